package nl.aftercare.offers.rules;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import nl.aftercare.offers.domain.DecisionTable;
import nl.aftercare.offers.domain.RuleBook;

/** The rules in force. */
@Startup
@ApplicationScoped
public class Rules {
    private static final String NATIONAL = "/rules/national.dmn";
    private final RuleBook national = book(DmnTables.compile(nationalFile()));

    /** For every municipality. */
    public RuleBook inForce() {
        return national;
    }

    /** The national tables as a DMN file. */
    public static String nationalFile() {
        try (InputStream file = Rules.class.getResourceAsStream(NATIONAL)) {
            if (file == null) {
                throw new IllegalStateException(NATIONAL + " is not packaged");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tables of one file as rules. */
    public static RuleBook book(DmnTables tables) {
        DecisionTable gate =
                tables.gate().orElseThrow(() -> new IllegalArgumentException("the national tables have no gate"));
        return new RuleBook(tables.version(), gate, tables.measures(), tables.factTypes());
    }
}
