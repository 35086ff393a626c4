package nl.aftercare.offers.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.aftercare.offers.domain.LocalSchemes.Ending;
import nl.aftercare.offers.messaging.SchemeEventWriter;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.outbox.Outbox;
import nl.aftercare.platform.outbox.OutgoingEvent;
import nl.aftercare.platform.transaction.Transactions;

/** The ends of schemes that somebody has to be told of in time. One worker serves all municipalities. */
@ApplicationScoped
public class SchemeEndings {
    private static final int AT_A_TIME = 20;
    private static final String TELL = """
            update scheme_ending set told = true
            where (municipality, measure, ends_on) in (
              select municipality, measure, ends_on from scheme_ending
              where not told and warn_on <= :today
              order by warn_on limit :most for update skip locked)
            returning municipality, measure, cast(ends_on as text)""";

    private final Transactions transactions;
    private final Outbox outbox;
    private final SchemeEventWriter writer;

    SchemeEndings(Transactions transactions, Outbox outbox, SchemeEventWriter writer) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.writer = writer;
    }

    /** These are the ends now; of one that was told already nobody is told again. */
    public Uni<Void> replace(Municipality municipality, List<Ending> endings) {
        var keys = endings.stream().map(SchemeEndings::key).collect(Collectors.joining(","));
        return transactions
                .session()
                .createNativeQuery("delete from scheme_ending where municipality = :municipality"
                        + " and measure || ' ' || ends_on <> all(string_to_array(:keys, ','))")
                .setParameter("municipality", municipality.code())
                .setParameter("keys", keys)
                .executeUpdate()
                .chain(() -> Multi.createFrom()
                        .iterable(endings)
                        .onItem()
                        .transformToUniAndConcatenate(ending -> add(municipality, ending))
                        .onItem()
                        .ignoreAsUni());
    }

    /**
     * Tells of the ends that are near.
     *
     * @param label of a measure, in Dutch
     * @return what was told; the caller asks again until there are none
     */
    public Uni<List<OutgoingEvent>> tell(LocalDate today, Function<String, String> label) {
        return transactions
                .session()
                .createNativeQuery(TELL, Object[].class)
                .setParameter("today", today)
                .setParameter("most", AT_A_TIME)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> writer.write(
                                new Municipality((String) row[0]),
                                new Ending((String) row[1], LocalDate.parse((String) row[2])),
                                label.apply((String) row[1])))
                        .toList())
                .call(outbox::append);
    }

    private Uni<Integer> add(Municipality municipality, Ending ending) {
        return transactions
                .session()
                .createNativeQuery("insert into scheme_ending (municipality, measure, ends_on, warn_on)"
                        + " values (:municipality, :measure, :endsOn, :warnOn) on conflict do nothing")
                .setParameter("municipality", municipality.code())
                .setParameter("measure", ending.measure())
                .setParameter("endsOn", ending.on())
                .setParameter("warnOn", ending.warnOn())
                .executeUpdate();
    }

    private static String key(Ending ending) {
        return ending.measure() + " " + ending.on();
    }
}
