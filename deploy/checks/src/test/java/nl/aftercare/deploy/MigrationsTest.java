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

    /** Up to the comma after it, which may also stand within brackets. */
    private static final String COLUMN = "(?:[^,;(]|[(][^)]*[)])";

    private static final Pattern TAKES_AWAY =
            Pattern.compile("(?im)\\bdrop\\s+(table|column|function|view|constraint|policy|trigger|type|default)\\b"
                    + "|\\balter\\s+table\\s+\\S+\\s+drop\\b|\\brename\\s+(to|column)\\b"
                    + "|\\balter\\s+(column\\s+)?\\S+\\s+(set\\s+not\\s+null|type)\\b|\\brevoke\\b(?!\\s+execute\\s+on\\s+function)"
                    + "|\\badd\\s+(constraint|unique|check|primary|foreign|exclude)\\b|\\bcreate\\s+unique\\s+index\\b"
                    + "|\\bas\\s+restrictive\\b|^(delete\\s+from|truncate)\\b"
                    // a column that must be filled, by nothing
                    + "|\\badd\\b(?!" + COLUMN + "*\\bdefault\\b)" + COLUMN + "*?\\bnot\\s+null\\b");

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
                "alter table message add lane varchar(10) not null;",
                "alter table message add lane text[] not null;",
                "alter table message add column lane timestamp with time zone not null;",
                "alter table message add column if not exists lane text not null;",
                "alter table message add lane numeric(4, 2) not null;",
                "alter table message add length int not null default 1, add lane text not null;",
                "alter table message add constraint lanes check (lane <> '');",
                "alter table message add unique (lane);",
                "create unique index on message (lane);",
                "alter table message alter column lane drop default;",
                "create policy own on message as restrictive using (false);",
                "drop policy own on message;",
                "drop trigger told on message;",
                "delete from message;",
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
                "alter table message add lane varchar(10) default '' not null;",
                "alter table message add lane numeric(4, 2) not null default 0;",
                "alter table message add lane text, add length int not null default 0;",
                "create function f() returns int language sql as $$\n  delete from message returning 1 $$;",
                "create index on message (lane);",
                "create policy own on letter using (true);",
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
