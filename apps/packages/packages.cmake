# Packages for Debian, by CPack: `./dev package`, or `cpack` in the build folder. See docs/install.md.
set(CPACK_PACKAGE_NAME broadsheet)
set(CPACK_PACKAGE_VENDOR Broadsheet)
set(CPACK_PACKAGE_CONTACT "Broadsheet maintainers <broadsheet@example.org>" CACHE STRING "Maintainer of the packages")
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")  # each package has its own
set(CPACK_GENERATOR DEB)
set(CPACK_SOURCE_GENERATOR "")
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
# What Debian wants in a place of its own, and nothing in a package that depends on the clock.
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/deb/files.cmake)
set(CPACK_POST_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/deb/repack.cmake)
set(CPACK_PROJECT_CONFIG_FILE "")

# The package of Python's module, where that is built (component python).
get_cmake_property(known COMPONENTS)
set(CPACK_COMPONENTS_ALL runtime dev tools doc)
if("python" IN_LIST known)
  list(APPEND CPACK_COMPONENTS_ALL python)
endif()

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_COMPRESSION_TYPE gzip)  # packed again by repack.cmake
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY ">=")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${PROJECT_BINARY_DIR}/lib)

set(deb_version ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})
# The name has the SONAME in it, so that programs of two versions can live side by side.
set(deb_library libbroadsheet${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
# The lines of a description may not be long.
set(about "Broadsheet turns the raw text of newspaper pages, as a PDF, an OCR engine
or a vision model gives it, back into articles: lines are joined to
paragraphs, paragraphs put into reading order, and each block is told
what it is. It reads Chinese, Japanese, English, German and French.
.")

set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME ${deb_library})
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_RUNTIME_DESCRIPTION "newspaper pages back to articles (shared library)
${about}
This is the shared library, for C++ and C.")
set(CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA ${CMAKE_CURRENT_LIST_DIR}/deb/triggers)

set(CPACK_DEBIAN_DEV_PACKAGE_NAME libbroadsheet-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_SHLIBDEPS OFF)
# The libraries are for who links the static one, and pkg-config asks for them in any case.
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS
    "${deb_library} (= ${deb_version}), libicu-dev, libboost-regex-dev, libfmt-dev, libexpat1-dev, libsimdjson-dev")
set(CPACK_DEBIAN_DEV_PACKAGE_SUGGESTS broadsheet-doc)
set(CPACK_DEBIAN_DEV_DESCRIPTION "newspaper pages back to articles (for developers)
${about}
This has the headers for C++ and C, the static library, and what CMake and
pkg-config ask for.")

set(CPACK_DEBIAN_TOOLS_PACKAGE_NAME broadsheet)
set(CPACK_DEBIAN_TOOLS_PACKAGE_SECTION text)
set(CPACK_DEBIAN_TOOLS_PACKAGE_RECOMMENDS "poppler-utils, tesseract-ocr")
set(CPACK_DEBIAN_TOOLS_PACKAGE_SUGGESTS "broadsheet-doc, tesseract-ocr-all, hunspell-dictionary")
if(BUILD_SHARED_LIBS)
  set(CPACK_DEBIAN_TOOLS_PACKAGE_DEPENDS "${deb_library} (= ${deb_version})")
endif()
set(CPACK_DEBIAN_TOOLS_DESCRIPTION "newspaper pages back to articles
${about}
This is the program. It reads text, Markdown, ALTO, PAGE, hOCR, TSV and METS
by itself, PDF by poppler and images by tesseract.")

set(CPACK_DEBIAN_DOC_PACKAGE_NAME broadsheet-doc)
set(CPACK_DEBIAN_DOC_PACKAGE_SECTION doc)
set(CPACK_DEBIAN_DOC_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_DOC_PACKAGE_SHLIBDEPS OFF)
set(CPACK_DEBIAN_DOC_DESCRIPTION "newspaper pages back to articles (documentation)
${about}
This has the guides and examples in C++ and C.")

set(CPACK_DEBIAN_PYTHON_PACKAGE_NAME python3-broadsheet)
set(CPACK_DEBIAN_PYTHON_PACKAGE_SECTION python)
set(CPACK_DEBIAN_PYTHON_PACKAGE_DEPENDS "python3 (>= 3.11), python3 (<< 3.12)")
set(CPACK_DEBIAN_PYTHON_PACKAGE_CONTROL_EXTRA
    ${CMAKE_CURRENT_LIST_DIR}/deb/python/postinst ${CMAKE_CURRENT_LIST_DIR}/deb/python/prerm)
set(CPACK_DEBIAN_PYTHON_PACKAGE_SUGGESTS "python3-distributed")
set(CPACK_DEBIAN_PYTHON_DESCRIPTION "newspaper pages back to articles (module for Python)
${about}
This is the module for Python 3, with broadsheet.dask for many machines.")

include(CPack)
