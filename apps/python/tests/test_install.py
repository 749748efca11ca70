"""The installed package stands by itself: imported from its place below a prefix, which may have been moved."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

CODE = """
import broadsheet, pathlib, sys
here = pathlib.Path(broadsheet.__file__).resolve()
assert str(here).startswith(sys.argv[1]), here
assert not here.is_symlink() and (here.parent / "py.typed").exists() and (here.parent / "_broadsheet.pyi").exists()
print(broadsheet.extract("BRIDGE OPENED\\n\\nThe mayor came.\\n").articles[0].text)
"""


class Install(unittest.TestCase):
    def test_import_from_a_prefix(self):
        with tempfile.TemporaryDirectory() as holder:
            folder = pathlib.Path(os.path.realpath(holder))
            subprocess.run([os.environ["CMAKE"], "--install", os.environ["BUILD"], "--prefix", folder / "first"], stdout=subprocess.DEVNULL, check=True)
            shutil.move(folder / "first", folder / "second")
            places = list((folder / "second").rglob("broadsheet/__init__.py"))
            self.assertEqual(len(places), 1)
            environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(places[0].parent.parent)}
            done = subprocess.run([sys.executable, "-c", CODE, str(folder / "second")], cwd=folder, env=environment, capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("The mayor came.", done.stdout)


if __name__ == "__main__":
    unittest.main()
