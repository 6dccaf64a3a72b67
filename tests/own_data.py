"""Loaded before the settings: the tests have a data folder of their own and the real clock's place is free."""

import atexit
import os
import shutil
import tempfile

_folder = tempfile.mkdtemp(prefix="halfhour-tests-")
os.environ["HALFHOUR_DATA"] = _folder
os.environ.pop("HALFHOUR_NOW", None)
os.environ.pop("HALFHOUR_STATIC_COLLECTED", None)
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
