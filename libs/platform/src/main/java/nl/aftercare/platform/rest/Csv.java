package nl.aftercare.platform.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.aftercare.platform.problem.InvalidInputException;

/** Tables that a spreadsheet opens: a header, a line per row, and no cell that it takes for a formula. */
public final class Csv {
    public static final String MEDIA_TYPE = "text/csv";
    private static final CsvMapper MAPPER = CsvMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addSerializer(String.class, new Cell()))
            // in the order of the components
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final ObjectReader READER = new CsvMapper()
            .readerFor(Map.class)
            .with(CsvSchema.emptySchema().withHeader().withStrictHeaders(true))
            .with(CsvParser.Feature.TRIM_SPACES)
            .with(CsvParser.Feature.SKIP_EMPTY_LINES);

    private Csv() {}

    /** @param type a record of texts, numbers, dates and codes; its components are the columns */
    public static <T> String write(Class<T> type, List<T> rows) {
        try {
            return MAPPER.writer(MAPPER.schemaFor(type).withHeader()).writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(type.getSimpleName() + " cannot be written as CSV", e);
        }
    }

    /**
     * One line under the header.
     *
     * @param number in the file, the header is 1
     * @param cells by the name of their column; an empty cell is left out
     */
    public record Line(int number, Map<String, String> cells) {
        public Line {
            cells = Map.copyOf(cells);
        }
    }

    /** @throws InvalidInputException when it is no table with a header */
    public static List<Line> read(String table) {
        var lines = new ArrayList<Line>();
        try (var rows = READER.<Map<String, String>>readValues(table)) {
            while (rows.hasNextValue()) {
                var cells = rows.nextValue();
                cells.values().removeIf(cell -> cell == null || cell.isBlank());
                lines.add(new Line(lines.size() + 2, cells));
            }
        } catch (IOException e) {
            throw new InvalidInputException(
                    "body", "is geen CSV met een kop; regel " + (lines.size() + 2) + " is niet te lezen");
        }
        return lines;
    }

    /** What a spreadsheet would run is made text (OWASP, CSV Injection). */
    private static final class Cell extends StdSerializer<String> {
        private static final long serialVersionUID = 1;

        Cell() {
            super(String.class);
        }

        @Override
        public void serialize(String value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(!value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0 ? "'" + value : value);
        }
    }
}
