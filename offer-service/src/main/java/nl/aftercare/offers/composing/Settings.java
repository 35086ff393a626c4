package nl.aftercare.offers.composing;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.stream.Stream;
import nl.aftercare.offers.domain.Facts;
import nl.aftercare.offers.domain.RuleBook;
import nl.aftercare.offers.persistence.Schemes.Stored;
import nl.aftercare.offers.rules.Rules;
import org.jspecify.annotations.Nullable;

/** What a municipality decided about offers, on a day. */
record Settings(Stored schemes, Rules.Local rules, LocalDate today) {

    Uni<RuleBook> rulesFor(Facts facts) {
        return rules.inForceFor(facts.robbery().occurredOn(), today);
    }

    Facts judged(Facts facts) {
        return facts.withSchemes(schemes.judge(facts.robbery().occurredOn(), today));
    }

    /** The next day on which any of it begins to hold, or holds no longer. */
    @Nullable
    LocalDate nextChange() {
        return Stream.concat(schemes.schemes().changes(), rules.changes())
                .filter(day -> day.isAfter(today))
                .min(LocalDate::compareTo)
                .orElse(null);
    }
}
