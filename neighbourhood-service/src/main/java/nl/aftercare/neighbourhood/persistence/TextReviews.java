package nl.aftercare.neighbourhood.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.NeighbourText;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Outline;
import nl.aftercare.neighbourhood.domain.PlanEvent;
import nl.aftercare.neighbourhood.domain.TextReview;
import nl.aftercare.neighbourhood.messaging.PlanEventWriter;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.outbox.Outbox;
import nl.aftercare.platform.transaction.Transactions;

/** Who read the texts for neighbours. All within the municipalities of the transaction; to change one, hold its plan. */
@ApplicationScoped
public class TextReviews {
    private final Transactions transactions;
    private final Outbox outbox;
    private final PlanEventWriter writer;

    TextReviews(Transactions transactions, Outbox outbox, PlanEventWriter writer) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.writer = writer;
    }

    /** @param text as it is now: of another text, no review holds */
    public Uni<TextReview> of(UUID planId, NeighbourText kind, String text) {
        return transactions
                .session()
                .find(TextRow.class, planId)
                .map(row -> row == null || !row.reviews.containsKey(kind)
                        ? TextReview.none(text)
                        : row.reviews.get(kind).of(text));
    }

    public Uni<Void> save(Outline outline, NeighbourText kind, Accepted<TextReview, PlanEvent> accepted) {
        var session = transactions.session();
        return session.find(TextRow.class, outline.id())
                .flatMap(found -> found == null
                        ? session.persist(row(outline, kind, accepted.state()))
                        : take(found, kind, accepted.state()))
                .chain(() -> outbox.append(writer.write(accepted.events())));
    }

    private static TextRow row(Outline outline, NeighbourText kind, TextReview review) {
        var row = new TextRow();
        row.planId = outline.id();
        row.municipality = outline.municipality().code();
        row.reviews = Map.of(kind, review);
        return row;
    }

    private static Uni<Void> take(TextRow row, NeighbourText kind, TextReview review) {
        var reviews = new EnumMap<NeighbourText, TextReview>(NeighbourText.class);
        reviews.putAll(row.reviews);
        reviews.put(kind, review);
        row.reviews = reviews;
        return Uni.createFrom().voidItem();
    }
}
