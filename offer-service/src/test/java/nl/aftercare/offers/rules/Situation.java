package nl.aftercare.offers.rules;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import nl.aftercare.offers.domain.Facts;
import nl.aftercare.offers.domain.Facts.Contact;
import nl.aftercare.offers.domain.Facts.Progress;
import nl.aftercare.offers.domain.Facts.Robbery;
import nl.aftercare.offers.domain.LocalSchemes;
import nl.aftercare.offers.domain.Outcome;
import nl.aftercare.offers.domain.RobberyKind;
import nl.aftercare.offers.domain.RuleBook;
import nl.aftercare.offers.domain.SupportNeed;
import nl.aftercare.offers.domain.SupportNeed.Tenure;
import nl.aftercare.platform.kernel.Fact;

/** What is known, by the names of the tables; what is not said is unknown. */
record Situation(Map<String, String> known) {
    static final RuleBook NATIONAL = Rules.nationalBook();

    static Situation commercial() {
        return of(RobberyKind.COMMERCIAL);
    }

    static Situation residential() {
        return of(RobberyKind.RESIDENTIAL);
    }

    private static Situation of(RobberyKind kind) {
        return new Situation(Map.of("robberyKind", kind.name(), "isRobbery", "YES", "occurredOn", "2026-03-02"));
    }

    Situation with(String fact, String value) {
        var all = new LinkedHashMap<>(known);
        all.put(fact, value);
        return new Situation(all);
    }

    Outcome outcome(String measure) {
        return NATIONAL.apply(facts()).stream()
                .filter(line -> line.measure().equals(measure))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    Facts facts() {
        return new Facts(
                new Robbery(
                        RobberyKind.valueOf(known.get("robberyKind")),
                        LocalDate.parse(known.get("occurredOn")),
                        fact("isRobbery"),
                        fact("suspectKnown"),
                        fact("solved"),
                        fact("hearingScheduled")),
                new Progress(
                        fact("aftercareGranted"),
                        fact("willing"),
                        fact("visitHeld"),
                        Fact.valueOf(known.getOrDefault("mergedIntoOther", "NO"))),
                new Contact(fact("victimSupportContacted"), null),
                new Contact(fact("branchContacted"), null),
                new SupportNeed(
                        fact("homeInsecure"),
                        fact("entrepreneur"),
                        Tenure.valueOf(known.getOrDefault("tenure", "UNKNOWN")),
                        fact("hardship"),
                        fact("cashHandled"),
                        fact("helpWithForms"),
                        fact("talkWithOffender")),
                LocalSchemes.FACTS.stream().collect(Collectors.toMap(name -> name, this::fact)));
    }

    private Fact fact(String name) {
        return Fact.valueOf(known.getOrDefault(name, "UNKNOWN"));
    }
}
