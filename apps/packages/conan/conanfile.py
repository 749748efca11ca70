"""Recipe for Conan 2, which packs the clone that it lies in: conan create apps/packages/conan --build=missing"""
import os
import re

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy, load, rmdir

required_conan_version = ">=2.0"


class BroadsheetConan(ConanFile):
    name = "broadsheet"
    description = "Newspaper pages, from raw text back to articles"
    license = "Apache-2.0"
    topics = ("ocr", "newspapers", "digital-humanities", "text")
    package_type = "library"
    settings = "os", "arch", "compiler", "build_type"
    options = {"shared": [True, False], "fPIC": [True, False], "tools": [True, False]}
    default_options = {"shared": False, "fPIC": True, "tools": False}

    def _clone(self):
        return os.path.join(self.recipe_folder, "..", "..", "..")

    def set_version(self):
        text = load(self, os.path.join(self._clone(), "CMakeLists.txt"))
        self.version = re.search(r"project\(broadsheet VERSION ([0-9.]+)", text).group(1)

    def export_sources(self):
        for what in ("CMakeLists.txt", "LICENSE", "README.md", "CHANGELOG.md", "lib/*", "include/*", "apps/*", "docs/*"):
            copy(self, what, src=self._clone(), dst=self.export_sources_folder)

    def configure(self):
        if self.options.shared:
            self.options.rm_safe("fPIC")

    def layout(self):
        cmake_layout(self)

    def requirements(self):
        # None of their headers is in ours.
        self.requires("boost/[>=1.74]", options={"without_regex": False})
        self.requires("expat/[>=2.4 <3]")
        self.requires("fmt/[>=9 <12]")
        self.requires("icu/[>=70]")
        self.requires("nlohmann_json/[>=3.10 <4]", visible=False)  # headers only, and in sources only
        self.requires("simdjson/[>=3 <4]")
        self.requires("xxhash/[>=0.8 <0.9]")
        if self.options.tools:
            self.requires("cli11/[>=2.1 <3]")
            self.requires("zlib/[>=1.2 <2]")
            self.requires("zstd/[>=1.5 <2]")

    def validate(self):
        check_min_cppstd(self, 20)

    def generate(self):
        toolchain = CMakeToolchain(self)
        toolchain.variables["BROADSHEET_APPS"] = bool(self.options.tools)
        toolchain.variables["BROADSHEET_BOTH"] = False
        toolchain.variables["BROADSHEET_HUNSPELL"] = False
        toolchain.variables["BROADSHEET_LIBARCHIVE"] = False
        toolchain.variables["BROADSHEET_PYTHON"] = False
        toolchain.variables["BROADSHEET_TESTS"] = False
        toolchain.variables["BROADSHEET_WERROR"] = False
        toolchain.generate()
        CMakeDeps(self).generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        copy(self, "LICENSE", src=self.source_folder, dst=os.path.join(self.package_folder, "licenses"))
        CMake(self).install()
        # Conan writes its own.
        rmdir(self, os.path.join(self.package_folder, "lib", "cmake"))
        rmdir(self, os.path.join(self.package_folder, "lib", "pkgconfig"))

    def package_info(self):
        self.cpp_info.set_property("cmake_file_name", "broadsheet")
        self.cpp_info.set_property("cmake_target_name", "broadsheet::broadsheet")
        self.cpp_info.set_property("pkg_config_name", "broadsheet")
        self.cpp_info.libs = ["broadsheet"]
        if not self.options.shared:
            self.cpp_info.defines = ["BROADSHEET_STATIC_DEFINE"]
        self.cpp_info.requires = ["boost::regex", "expat::expat", "fmt::fmt", "icu::icu-uc", "icu::icu-i18n",
                                  "icu::icu-data", "simdjson::simdjson", "xxhash::xxhash"]
