package nl.aftercare.offers.composing;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.aftercare.offers.domain.TailoredOffer;
import nl.aftercare.offers.persistence.Offers;
import nl.aftercare.offers.persistence.Renewals;
import nl.aftercare.offers.rules.Rules;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.rounds.Rounds;
import nl.aftercare.platform.tenancy.Reorganisations;
import nl.aftercare.platform.tenancy.Tenancy;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * Composes the offers of a municipality anew when the rules or its schemes changed, and on the day that a scheme begins or has ended.
 * A worker that dies halfway leaves the municipality to the next one, for which the offers that are done already do not change.
 */
@ApplicationScoped
class RenewOffers {
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final int PAGE = 50;

    private final Renewals renewals;
    private final Offers offers;
    private final ComposeOffer composeOffer;
    private final Rules rules;
    private final Transactions transactions;
    private final Reorganisations reorganisations;
    private final Time time;
    private final Rounds rounds;

    RenewOffers(
            Renewals renewals,
            Offers offers,
            ComposeOffer composeOffer,
            Rules rules,
            Transactions transactions,
            Reorganisations reorganisations,
            Time time,
            Rounds rounds) {
        this.renewals = renewals;
        this.offers = offers;
        this.composeOffer = composeOffer;
        this.rules = rules;
        this.transactions = transactions;
        this.reorganisations = reorganisations;
        this.time = time;
        this.rounds = rounds;
    }

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return rounds.whileFound(
                "renewing offers", () -> renewals.claim(rules.national().version(), time.today(), LEASE)
                        .call(this::renewAll));
    }

    private Uni<Void> renewAll(List<Municipality> claimed) {
        return claimed.isEmpty() ? Uni.createFrom().voidItem() : renew(claimed.getFirst());
    }

    /** That all is done, and when to look again, is noted by itself: who composes an offer holds that note, and may wait for this. */
    private Uni<Void> renew(Municipality municipality) {
        var tenancy = new Tenancy(reorganisations.family(municipality));
        // of one day, though it be midnight meanwhile
        var today = time.today();
        var last = new Last();
        return Multi.createBy()
                .repeating()
                .uni(() -> transactions.in(tenancy, () -> renewPage(municipality, today, last.id)))
                .whilst(page -> last.of(page))
                .onItem()
                .ignoreAsUni()
                .chain(() -> transactions.in(tenancy, () -> done(municipality, today)))
                .onFailure()
                .call(() -> transactions.in(tenancy, () -> renewals.release(municipality)));
    }

    private Uni<List<TailoredOffer>> renewPage(Municipality municipality, LocalDate today, @Nullable UUID after) {
        return composeOffer.settings(municipality, today).flatMap(local -> offers.after(municipality, after, PAGE)
                .call(page -> each(page, local)));
    }

    private Uni<Void> done(Municipality municipality, LocalDate today) {
        return composeOffer
                .settingsOf(municipality, today)
                .flatMap(local -> renewals.done(municipality, rules.national().version(), local.nextChange()));
    }

    private Uni<Void> each(List<TailoredOffer> page, Settings local) {
        return Multi.createFrom()
                .iterable(page)
                .onItem()
                .transformToUniAndConcatenate(offer -> composeOffer.anew(offer, local))
                .onItem()
                .ignoreAsUni();
    }

    private static final class Last {
        private @Nullable UUID id;

        boolean of(List<TailoredOffer> page) {
            if (!page.isEmpty()) {
                id = page.getLast().id();
            }
            return page.size() == PAGE;
        }
    }
}
