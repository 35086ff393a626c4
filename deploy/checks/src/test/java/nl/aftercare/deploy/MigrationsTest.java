package nl.aftercare.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two releases live on one database while pods are replaced, so a migration only adds (expand). What it takes away is in a file of its own,
 * {@code V…__contract_….sql}, a release after the last one that used it; its first line says which one that was.
 */
class MigrationsTest {
    /** No release has come out yet: what is there up to this day is the first one. */
    private static final String FIRST_RELEASE = "V20261126_99";

    private static final Pattern TAKES_AWAY = Pattern.compile(
            "(?i)\\bdrop\\s+(table|column|function|view|constraint)\\b|\\balter\\s+table\\s+\\S+\\s+drop\\b|\\brename\\s+(to|column)\\b"
                    + "|\\balter\\s+(column\\s+)?\\S+\\s+(set\\s+not\\s+null|type)\\b|\\brevoke\\b(?!\\s+execute\\s+on\\s+function)"
                    + "|\\badd\\s+(column\\s+)?\\S+\\s+[a-z0-9_]+\\s+not\\s+null(?!\\s+default)");

    @Test
    void theFormerReleaseGoesOnWorkingAfterAMigration() throws IOException {
        for (var migration : migrations()) {
            var name = migration.getFileName().toString();
            if (name.compareTo(FIRST_RELEASE) > 0) {
                assertThat(problem(name, Files.readString(migration))).as(name).isEmpty();
            }
        }
    }

    @Test
    void everyMigrationIsLookedAt() throws IOException {
        assertThat(migrations()).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table message;",
                "alter table message drop column lane;",
                "alter table message rename to letter;",
                "alter table message alter state type int;",
                "alter table message alter column lane set not null;",
                "alter table message add lane text not null;",
                "drop function messages_by_state();",
                "revoke insert on message from cases_service;"
            })
    void whatTakesAwayStandsInAFileOfItsOwn(String sql) {
        assertThat(problem("V20270101_01__lanes.sql", sql)).isNotEmpty();
        assertThat(problem("V20270101_01__contract_lanes.sql", sql)).isNotEmpty();
        assertThat(problem("V20270101_01__contract_lanes.sql", "-- last used by 0.1.0\n" + sql))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table letter (id uuid primary key, lane text not null);",
                "alter table message add lane text;",
                "alter table message add lane text not null default '';",
                "create or replace function f() returns int language sql as $$ select 1 $$;",
                "revoke execute on function f() from public;"
            })
    void whatAddsNeedsNothing(String sql) {
        assertThat(problem("V20270101_01__lanes.sql", sql)).isEmpty();
    }

    private static String problem(String name, String sql) {
        var found = TAKES_AWAY.matcher(sql);
        if (!found.find()) {
            return "";
        }
        boolean said = name.contains("__contract_") && sql.matches("(?s)-- last used by \\d+\\.\\d+\\.\\d+\\R.*");
        return said ? "" : "takes away: " + found.group();
    }

    private static List<Path> migrations() throws IOException {
        try (var files = Files.walk(Chart.ROOT)) {
            return files.filter(file -> file.toString().matches(".*/src/main/resources/db/.*/V[^/]+\\.sql"))
                    .toList();
        }
    }
}
