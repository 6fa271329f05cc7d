# To be sourced in the repository's root: AWS's tools, each in a Python environment of its own below target/python.
python=$PWD/target/python

# need TOOL PACKAGE...: installs the packages for a tool; says that the check is skipped, and ends it, where that is not possible.
need() {
    local tool=$1
    shift
    if ! command -v python3 >/dev/null; then
        echo "SKIPPED: $(basename "$0") needs python3"
        exit 0
    fi
    mkdir -p "$python"
    [ -d "$python/$tool" ] || python3 -m venv "$python/$tool"
    if ! "$python/$tool/bin/pip" -q install "$@"; then
        echo "SKIPPED: $(basename "$0") needs a package index"
        exit 0
    fi
}
