package nl.aftercare.offers.rules;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nl.aftercare.offers.domain.RuleBook;
import nl.aftercare.offers.domain.RuleSet;
import nl.aftercare.offers.domain.RuleSet.Version;
import nl.aftercare.offers.persistence.RuleSets;
import nl.aftercare.offers.rules.TableCheck.Finding;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.tenancy.Regions;
import nl.aftercare.platform.tenancy.Reorganisations;

/** The rules in force: the national tables, with those of the region and of the municipality over them. */
@Startup
@ApplicationScoped
public class Rules {
    private static final String PLUS = "\\+";
    /** More than any country has municipalities; what is cleared is compiled again when asked for. */
    private static final int MOST_COMPILED = 1_000;

    private final RuleBook national = nationalBook();
    private final Map<String, DmnTables> compiled = new ConcurrentHashMap<>();
    private final RuleSets ruleSets;
    private final Regions regions;
    private final Reorganisations reorganisations;
    private final Vertx vertx;

    Rules(RuleSets ruleSets, Regions regions, Reorganisations reorganisations, Vertx vertx) {
        this.ruleSets = ruleSets;
        this.regions = regions;
        this.reorganisations = reorganisations;
        this.vertx = vertx;
    }

    /** The rules of a municipality, whatever the day. */
    public final class Local {
        private final List<RuleSet> widestFirst;

        private Local(List<RuleSet> widestFirst) {
            this.widestFirst = widestFirst;
        }

        /** The tables that decide for a victim. */
        public Uni<RuleBook> inForceFor(LocalDate robbery, LocalDate today) {
            return with(holdingFor(robbery, today).map(Version::name).toList());
        }

        /**
         * The same, as if these tables of an area held.
         *
         * @param draft known by the name of its area and a number
         */
        public Uni<RuleBook> inForceFor(LocalDate robbery, LocalDate today, DmnTables draft) {
            var area = areaOf(draft.version());
            var all = Uni.createFrom().item(national);
            for (var ruleSet : widestFirst) {
                all = ruleSet.area().equals(area)
                        ? all.map(before -> with(before, draft))
                        : and(
                                all,
                                ruleSet.holdingFor(robbery, today).map(Version::name).stream()
                                        .toList());
            }
            return all;
        }

        /** The table of one measure as a file, to be edited and imported. */
        public Uni<String> fileOf(String measure, LocalDate today) {
            return inForceFor(today, today).flatMap(book -> {
                if (!book.measures().containsKey(measure)) {
                    throw ProblemException.notFound();
                }
                var area = book.areaOf(measure);
                return holdingFor(today, today)
                        .filter(version -> version.area().equals(area))
                        .findFirst()
                        .map(version -> ruleSets.dmn(version.name()))
                        .orElseGet(() -> Uni.createFrom().item(TableFile.national()))
                        .map(dmn -> TableFile.ofMeasure(dmn, measure));
            });
        }

        /** The days on which a version begins to hold, or holds no longer. */
        public Stream<LocalDate> changes() {
            return widestFirst.stream()
                    .flatMap(ruleSet -> ruleSet.versions().stream())
                    .flatMap(version -> version.validity().changes());
        }

        private Stream<Version> holdingFor(LocalDate robbery, LocalDate today) {
            return widestFirst.stream().flatMap(ruleSet -> ruleSet.holdingFor(robbery, today).stream());
        }
    }

    /** The national tables alone. */
    public RuleBook national() {
        return national;
    }

    /** Within the municipalities of the transaction. */
    public Uni<Local> of(Municipality municipality) {
        var today = reorganisations.today(municipality);
        var areas = Stream.concat(regions.of(today).stream(), Stream.of(today.code()));
        return Multi.createFrom()
                .items(areas)
                .onItem()
                .transformToUniAndConcatenate(
                        area -> ruleSets.versions(area).map(versions -> new RuleSet(area, null, versions)))
                .collect()
                .asList()
                .map(Local::new);
    }

    /**
     * The rules that an offer was composed by, as long as the national ones are still those.
     *
     * @param version of an offer
     */
    public Uni<RuleBook> book(String version) {
        var parts = version.split(PLUS);
        return with(Arrays.asList(parts).subList(1, parts.length));
    }

    /** What is wrong with tables that somebody wants to import; empty when they may decide. */
    public Uni<List<Finding>> check(String dmn) {
        return vertx.executeBlocking(() -> TableCheck.check(dmn, national.factTypes()));
    }

    /** @param dmn found to be right */
    public Uni<DmnTables> compile(String dmn, String version) {
        return vertx.executeBlocking(() -> DmnTables.compile(dmn, version));
    }

    /** The national tables, compiled anew. */
    public static RuleBook nationalBook() {
        var dmn = TableFile.national();
        var tables = DmnTables.compile(dmn, TableFile.version(dmn));
        var gate = tables.gate().orElseThrow(() -> new IllegalStateException("the national tables have no gate"));
        return new RuleBook(tables.version(), gate, tables.measures(), tables.factTypes());
    }

    private Uni<RuleBook> with(List<String> versions) {
        return and(Uni.createFrom().item(national), versions);
    }

    private Uni<RuleBook> and(Uni<RuleBook> book, List<String> versions) {
        var all = book;
        for (var version : versions) {
            all = all.flatMap(before -> tables(version).map(tables -> with(before, tables)));
        }
        return all;
    }

    private static RuleBook with(RuleBook book, DmnTables tables) {
        return book.with(areaOf(tables.version()), tables.version(), tables.measures());
    }

    private Uni<DmnTables> tables(String version) {
        var known = compiled.get(version);
        return known != null
                ? Uni.createFrom().item(known)
                : ruleSets.dmn(version)
                        .flatMap(dmn -> compile(dmn, version))
                        .invoke(tables -> remember(version, tables));
    }

    private void remember(String version, DmnTables tables) {
        if (compiled.size() >= MOST_COMPILED) {
            compiled.clear();
        }
        compiled.put(version, tables);
    }

    private static String areaOf(String version) {
        return version.substring(0, version.lastIndexOf('-'));
    }
}
