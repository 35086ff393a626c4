package nl.aftercare.cases.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.problem.Problem.InvalidParam;
import nl.aftercare.platform.rest.Csv;
import nl.aftercare.platform.rest.Csv.Line;
import nl.aftercare.platform.rest.ValidRecords;

/**
 * Reports of robberies in a table: a line per victim, or one line for a robbery without victims. The columns are the fields of
 * {@link RobberyReport}, those of a victim with {@code victim.} before them. Lines with the same reference are one robbery.
 */
@ApplicationScoped
class RobberyTable {
    private static final int MOST_LINES = 1_000;
    private static final String VICTIM = "victim.";
    private static final Set<String> OF_ADDRESS =
            Set.of("postcode", "houseNumber", "houseNumberAddition", "street", "town");
    private final ObjectMapper json;
    private final ValidRecords records;

    RobberyTable(ObjectMapper json, ValidRecords records) {
        this.json = json;
        this.records = records;
    }

    /** @param line of the first line of the robbery */
    record Read(int line, RobberyReport report) {}

    /** @throws InvalidInputException naming everything that is wrong with every line */
    List<Read> read(String table) {
        var lines = Csv.read(table);
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new InvalidInputException("body", "moet 1 tot en met " + MOST_LINES + " regels hebben onder de kop");
        }
        var robberies = new LinkedHashMap<String, List<Line>>();
        lines.forEach(line -> robberies
                .computeIfAbsent(line.cells().getOrDefault("reference", ""), reference -> new ArrayList<>())
                .add(line));
        var read = new ArrayList<Read>();
        var errors = new ArrayList<InvalidParam>();
        robberies.values().forEach(ofRobbery -> {
            errors.addAll(differences(ofRobbery));
            try {
                read.add(new Read(ofRobbery.getFirst().number(), report(ofRobbery)));
            } catch (InvalidInputException e) {
                e.invalidParams().forEach(error -> errors.add(at(ofRobbery, error)));
            }
        });
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        return read;
    }

    /** A later line of a robbery says of the robbery the same as the first, or nothing. */
    private static List<InvalidParam> differences(List<Line> lines) {
        var first = lines.getFirst();
        var errors = new ArrayList<InvalidParam>();
        for (var line : lines) {
            line.cells().forEach((column, cell) -> {
                if (!column.startsWith(VICTIM) && !cell.equals(first.cells().get(column))) {
                    errors.add(new InvalidParam(
                            "regel " + line.number() + ": " + column, "is anders dan op regel " + first.number()));
                }
            });
        }
        return errors;
    }

    private RobberyReport report(List<Line> lines) {
        var report = json.createObjectNode();
        var victims = report.putArray("victims");
        lines.getFirst().cells().forEach((column, cell) -> {
            if (!column.startsWith(VICTIM)) {
                report.put(column, cell);
            }
        });
        for (var line : lines) {
            if (line.cells().keySet().stream().anyMatch(column -> column.startsWith(VICTIM))) {
                victims.add(victim(line.cells()));
            }
        }
        try {
            return records.read(
                    RobberyReport.class, new ByteArrayInputStream(json.writeValueAsBytes(report)), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode victim(Map<String, String> cells) {
        var victim = json.createObjectNode();
        cells.forEach((column, cell) -> {
            if (column.startsWith(VICTIM)) {
                var field = column.substring(VICTIM.length());
                put(OF_ADDRESS.contains(field) ? victim.withObjectProperty("address") : victim, field, cell);
            }
        });
        return victim;
    }

    /** Numbers and truths as they are, when they are; all else stays text, so that the error names it. */
    private static void put(ObjectNode node, String field, String cell) {
        if (field.equals("houseNumber") && cell.matches("\\d{1,9}")) {
            node.put(field, Integer.parseInt(cell));
        } else if (field.equals("addressShielded") && cell.matches("true|false")) {
            node.put(field, Boolean.parseBoolean(cell));
        } else {
            node.put(field, cell);
        }
    }

    /** An error of a victim is on the line of that victim. */
    private static InvalidParam at(List<Line> lines, InvalidParam error) {
        var name = error.name();
        if (!name.matches("victims\\[\\d+].*")) {
            return new InvalidParam("regel " + lines.getFirst().number() + ": " + name, error.reason());
        }
        int index = Integer.parseInt(name.substring("victims[".length(), name.indexOf(']')));
        var withVictim = lines.stream()
                .filter(line -> line.cells().keySet().stream().anyMatch(column -> column.startsWith(VICTIM)))
                .toList();
        var field =
                name.substring(name.indexOf(']') + 1).replaceFirst("^\\.", "").replaceFirst("^address\\.", "");
        return new InvalidParam("regel " + withVictim.get(index).number() + ": " + VICTIM + field, error.reason());
    }
}
