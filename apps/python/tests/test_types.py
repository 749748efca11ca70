"""The types that the package promises are those that it has."""

import inspect
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import broadsheet
from broadsheet import _broadsheet

PACKAGE = pathlib.Path(broadsheet.__file__).parent


def mypy_is_there():
    try:
        import mypy.stubtest  # noqa: F401
    except ImportError:
        return False
    return True


class Docstrings(unittest.TestCase):
    def test_everything_has_one(self):
        for name in broadsheet.__all__:
            thing = getattr(broadsheet, name)
            if name in ("__version__", "Input"):
                continue
            self.assertTrue(inspect.getdoc(thing), name)
            if inspect.isclass(thing):
                for member, value in vars(thing).items():
                    if not member.startswith("_") and (inspect.isfunction(value) or isinstance(value, property)):
                        self.assertTrue(inspect.getdoc(value), f"{name}.{member}")

    def test_the_package_is_marked_as_typed(self):
        self.assertTrue((PACKAGE / "py.typed").exists())


class Stubs(unittest.TestCase):
    def test_arguments_of_the_extension(self):
        """Stubtest does not see the arguments of functions in C++; pybind11 writes them into the docstring."""
        stub = (PACKAGE / "_broadsheet.pyi").read_text()
        told = dict(re.findall(r"def (\w+)\(([^)]*)\)", stub))
        real = {}
        for holder in (_broadsheet, _broadsheet.Engine, _broadsheet.Page):
            for name, value in vars(holder).items():
                for found, arguments in re.findall(r"^(\w+)\(([^)]*)\)", value.__doc__ or "", re.MULTILINE) if callable(value) else ():
                    if found == name:
                        real[name] = arguments

        def names(arguments):
            return [one.split(":")[0].strip() for one in re.sub(r"\[[^]]*\]", "", arguments).split(",") if one.strip() not in ("*", "")]

        self.assertGreater(len(real), 10)
        self.assertEqual({name: names(arguments) for name, arguments in told.items()}, {name: names(arguments) for name, arguments in real.items()})

    @unittest.skipUnless(mypy_is_there(), "mypy is not installed")
    def test_stubtest(self):
        with tempfile.TemporaryDirectory() as folder:
            allowed = pathlib.Path(folder, "allowed")
            # What pybind11 puts there, and what stands in no stub by intention.
            allowed.write_text("broadsheet\\._broadsheet\\.(Engine|Page)(\\.__init__)?\nbroadsheet\\..*\\.(NamedTuple|Iterable|Mapping|Sequence|Iterator|Any)\n")
            done = subprocess.run(
                [sys.executable, "-m", "mypy.stubtest", "broadsheet", "--allowlist", allowed, "--ignore-unused-allowlist"],
                cwd=folder, env={**os.environ, "MYPYPATH": str(PACKAGE.parent)}, capture_output=True, text=True, check=False,
            )
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    @unittest.skipUnless(mypy_is_there(), "mypy is not installed")
    def test_the_package_is_typed_strictly(self):
        user = (
            "import broadsheet, pathlib\n"
            "from typing import Optional, Tuple\n"
            "d: broadsheet.Document = broadsheet.extract(pathlib.Path('p'), lang='de')\n"
            "box: Optional[Tuple[float, float, float, float]] = d.articles[0].blocks[0].spans[0].box\n"
            "text: str = d.to('json', pretty=True)\n"
            "wrong: int = d.articles[0].text\n"
        )
        with tempfile.TemporaryDirectory() as folder:
            pathlib.Path(folder, "user.py").write_text(user)
            environment = {**os.environ, "MYPYPATH": str(PACKAGE.parent)}
            done = subprocess.run([sys.executable, "-m", "mypy", "--strict", "user.py"], cwd=folder, env=environment, capture_output=True, text=True, check=False)
            self.assertIn("user.py:6: error: Incompatible types", done.stdout)
            self.assertIn("Found 1 error", done.stdout)
            done = subprocess.run([sys.executable, "-m", "mypy", "--strict", "--ignore-missing-imports", "-p", "broadsheet"], cwd=folder, env=environment, capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 0, done.stdout)


if __name__ == "__main__":
    unittest.main()
