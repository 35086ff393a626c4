package nl.aftercare.platform.logbook;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.aftercare.platform.kernel.Ids;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.trace.Traces;
import nl.aftercare.platform.transaction.Transactions;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Appends to both books in the transaction of the action itself, so that no action goes without its lines. */
@ApplicationScoped
public class Logbook {
    private final Transactions transactions;
    private final AuditLog audit;
    private final Pseudonyms pseudonyms;
    private final Time time;
    private final String register;

    Logbook(
            Transactions transactions,
            AuditLog audit,
            Pseudonyms pseudonyms,
            Time time,
            @ConfigProperty(name = "aftercare.logbook.register") String register) {
        this.transactions = transactions;
        this.audit = audit;
        this.pseudonyms = pseudonyms;
        this.time = time;
        this.register = register;
    }

    /**
     * @param action kebab-case name of the activity in the register of processing, such as {@code read-case}
     * @param object id of what was acted on
     * @param subjects whose data was used; a line for each
     */
    public Uni<Void> record(Municipality municipality, String action, UUID object, List<Subject> subjects) {
        return append(audit.succeeded(municipality, action, object), municipality, subjects);
    }

    /** As {@link #record} for what the service does by itself, after an event or a clock: no caller stands behind it. */
    public Uni<Void> recordOwnWork(Municipality municipality, String action, UUID object, List<Subject> subjects) {
        return append(audit.ownWork(municipality, action, object), municipality, subjects);
    }

    /** What an operator did to the service itself: a line of the audit log that belongs to no municipality. */
    public Uni<Void> recordOperation(String action, String object) {
        return transactions.session().persist(audit.operated(action, object));
    }

    /** As {@link #record} for each of the things that one request read. */
    public <T> Uni<Void> recordEach(
            String action,
            List<T> read,
            Function<T, Municipality> municipality,
            Function<T, UUID> object,
            Function<T, Subject> subject) {
        var lines = read.stream()
                .flatMap(one -> Stream.of(
                        audit.succeeded(municipality.apply(one), action, object.apply(one)),
                        line(municipality.apply(one), action, subject.apply(one))));
        return transactions.session().persistAll(lines.toArray());
    }

    /**
     * What was done with the data of somebody.
     *
     * @param activity name in the register of processing
     * @param at UTC
     */
    public record Processing(String activity, Instant at) {}

    /** What this service did with the data of somebody, the first thing first. */
    public Uni<List<Processing>> about(Subject subject) {
        return transactions
                .session()
                .createQuery(
                        "from ProcessingRow where dataSubjectId = :subject and dataSubjectIdType = :type"
                                + " order by startTime, id",
                        ProcessingRow.class)
                .setParameter("subject", pseudonyms.of(subject.id()))
                .setParameter("type", subject.type())
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Processing(row.name, row.startTime))
                        .toList());
    }

    private Uni<Void> append(AuditRow audited, Municipality municipality, List<Subject> subjects) {
        var lines = Stream.concat(
                Stream.<Object>of(audited),
                subjects.stream().map(subject -> line(municipality, audited.action, subject)));
        return transactions.session().persistAll(lines.toArray());
    }

    private ProcessingRow line(Municipality municipality, String action, Subject subject) {
        var span = Traces.currentOrOwn();
        var row = new ProcessingRow();
        // milliseconds, as the standard has it
        row.startTime = time.now().truncatedTo(ChronoUnit.MILLIS);
        row.endTime = row.startTime;
        row.id = Ids.next(row.startTime);
        row.municipality = municipality.code();
        row.traceId = span.getTraceId();
        row.spanId = span.getSpanId();
        row.name = action;
        row.status = "Ok";
        row.processingActivityId = register + action;
        row.dataSubjectId = pseudonyms.of(subject.id());
        row.dataSubjectIdType = subject.type();
        return row;
    }
}
