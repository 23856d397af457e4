"""Executes a notebook in place. An error or a warning of a cell is an error here."""
import os
import sys

import nbformat
from nbclient import NotebookClient

path = sys.argv[1]
os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
os.environ["PYTHONWARNINGS"] = "error::UserWarning,error::DeprecationWarning:__main__"
# The debugger of the kernel is not used, and need not say what it cannot do.
os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"
notebook = nbformat.read(path, as_version=4)
NotebookClient(notebook, timeout=300, record_timing=False,
               resources={"metadata": {"path": os.path.dirname(os.path.abspath(path))}}).execute()
# The version of the interpreter is no part of the result.
notebook.metadata["language_info"] = {"name": "python"}
nbformat.write(notebook, path)
size = os.path.getsize(path)
figures = sum("image/png" in output.get("data", {}) for cell in notebook.cells for output in cell.get("outputs", []))
if size > 1 << 20:
    sys.exit(f"{path}: {size} bytes, more than a megabyte")
print(f"{path}: {len(notebook.cells)} cells, {figures} figures, {size // 1000} kB")
