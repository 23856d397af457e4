"""Compares what two executed notebooks print: code, numbers, how many figures. Not the pixels; not the title, which names
the machine and the day; not the cell that runs the command again, which names the folder of the launcher."""
import difflib
import sys

import nbformat


def printed(path):
    lines = []
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "code" and "rerun" not in cell.metadata.get("tags", []):
            lines += cell.source.splitlines()
            if cell.execution_count is None:
                sys.exit(f"{path}: a cell was not executed; make it again with notebooks-export/make")
            for output in cell.outputs:
                if output.output_type == "error":
                    sys.exit(f"{path}: {output.ename}: {output.evalue}")
                lines += output.get("text", output.get("data", {}).get("text/plain", "")).splitlines()
    return lines


committed, made = (printed(path) for path in sys.argv[1:3])
if committed != made:
    print("\n".join(difflib.unified_diff(committed, made, sys.argv[1], sys.argv[2], n=1, lineterm="")))
    sys.exit(f"{sys.argv[1]} is not what its command gives today; make it again with notebooks-export/make")
print(f"{sys.argv[1]}: {len(made)} lines as before")
