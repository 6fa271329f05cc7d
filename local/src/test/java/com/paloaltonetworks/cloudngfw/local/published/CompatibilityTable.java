package com.paloaltonetworks.cloudngfw.local.published;

import com.paloaltonetworks.cloudngfw.local.published.SchemaDifferences.Difference;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Tables of docs/compatibility.md, by the heading above them. */
final class CompatibilityTable {

    private static final Path FILE = Path.of("..", "docs", "compatibility.md");
    private static final String TO_BE_REPLACED = "\\\\\\|"; // a bar within a cell is written \|

    private CompatibilityTable() {}

    /**
     * A row of deliberate differences.
     *
     * @param type the type's last word, or {@code both}
     * @param path a glob, because one reason often holds for many properties
     */
    record Row(String type, String path, String published, String here, String why) {

        boolean covers(String typeName, Difference difference) {
            boolean ofType = type.equals("both") || typeName.endsWith("::" + type);
            return ofType
                    && FileSystems.getDefault().getPathMatcher("glob:" + path).matches(Path.of(difference.path()))
                    && published.equals(difference.published())
                    && here.equals(difference.here());
        }
    }

    static List<Row> differences(String heading) throws IOException {
        return cells(heading).stream()
                .map(cells -> new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4)))
                .toList();
    }

    /** The cells of each row of the table below a heading, without the marks of code. */
    static List<List<String>> cells(String heading) throws IOException {
        List<String> lines = Files.readAllLines(FILE);
        int start = lines.indexOf(heading);
        if (start < 0) {
            throw new IllegalStateException(FILE + " has no heading " + heading);
        }
        return lines.subList(start + 1, lines.size()).stream()
                .takeWhile(line -> !line.startsWith("#"))
                .filter(line -> line.startsWith("|"))
                .skip(2) // names and rule
                .map(CompatibilityTable::split)
                .toList();
    }

    private static List<String> split(String line) {
        String[] cells = line.replaceAll(TO_BE_REPLACED, "\u0000").split("\\|");
        return Arrays.stream(cells)
                .skip(1) // before the first bar
                .map(cell -> cell.strip().replace("`", "").replace('\u0000', '|'))
                .toList();
    }
}
