package nl.aftercare.notifications.texts;

import java.util.Arrays;
import java.util.List;

/** A text ready to be sent. */
public record Letter(String subject, String text) {

    /** The first line of a rendered template is the subject, the rest after an empty line the text. */
    static Letter parse(String rendered) {
        int end = rendered.indexOf('\n');
        return new Letter(
                rendered.substring(0, end).strip(), rendered.substring(end).strip() + "\n");
    }

    /** Lines that belong together: a paragraph, or a list with perhaps a line above it. */
    public record Block(List<String> lines, List<String> items) {}

    /** What is between empty lines. */
    public List<Block> blocks() {
        return Arrays.stream(text.strip().split("\n\\s*\n"))
                .map(block -> block.lines().toList())
                .map(lines -> new Block(
                        lines.stream().filter(line -> !isItem(line)).toList(),
                        lines.stream()
                                .filter(Letter::isItem)
                                .map(line -> line.substring(2))
                                .toList()))
                .toList();
    }

    private static boolean isItem(String line) {
        return line.startsWith("- ");
    }
}
