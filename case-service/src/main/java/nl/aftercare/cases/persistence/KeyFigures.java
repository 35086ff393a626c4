package nl.aftercare.cases.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.aftercare.cases.domain.Playbook;
import nl.aftercare.cases.domain.RobberyKind;
import nl.aftercare.platform.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * What came of the aftercare, counted (step 4). All within the municipalities of the transaction. What was erased still counts, since
 * the figures come from codes and from the timeline; only as a repeat victim, which needs the address, it does not.
 */
@ApplicationScoped
public class KeyFigures {
    private static final int MOST_LESSONS = 1_000;
    private static final String IN_PERIOD = " cast(r.occurred_at at time zone 'Europe/Amsterdam' as date)"
            + " between :from and :until and r.is_robbery <> 'NO' ";
    private static final String OF_ROBBERIES = """
            select r.municipality, count(*),
              percentile_cont(0.5) within group (order by extract(epoch from r.reported_at - r.occurred_at) / 3600.0),
              count(*) filter (where extract(epoch from r.reported_at - r.occurred_at) / 3600.0
                > coalesce(cast(p.playbook ->> 'reportHoursLate' as int), :late)),
              count(a.in_time), count(*) filter (where a.in_time)
            from robbery r
            left join playbook p on p.municipality = r.municipality
            left join lateral (
              select cast(t.data ->> 'withinWindow' as boolean) as in_time from timeline_step t
              where t.robbery_id = r.id and t.type = 'nl.aftercare.neighbourhood.meeting-arranged.v1'
              order by t.at, t.id limit 1) a on true
            where""" + IN_PERIOD + "group by r.municipality order by r.municipality";
    private static final String OF_CASES = """
            select c.municipality, count(*),
              percentile_cont(0.5) within group (order by extract(epoch from f.at - r.occurred_at) / 86400.0),
              count(*) filter (where c.outcome is null),
              count(*) filter (where c.outcome = 'COMPLETED'),
              count(*) filter (where c.outcome = 'LIMITED_TO_FIRST_LINE'),
              count(*) filter (where c.outcome = 'WITHHELD'),
              count(*) filter (where c.outcome = 'UNREACHABLE'),
              count(e.data),
              count(*) filter (where e.data ->> 'attention' = 'YES'),
              count(*) filter (where e.data ->> 'measuresCarriedOut' = 'YES'),
              count(*) filter (where e.data ->> 'feelsSafe' = 'YES'),
              count(*) filter (where e.data ->> 'informationForApproach' = 'YES'),
              count(*) filter (where exists (
                select 1 from aftercare_case o join robbery q on q.id = o.robbery_id
                where o.municipality = c.municipality and q.is_robbery <> 'NO' and o.postcode = c.postcode and o.house_number = c.house_number
                  and o.house_number_addition is not distinct from c.house_number_addition
                  and q.id <> r.id and q.occurred_at < r.occurred_at))
            from aftercare_case c
            join robbery r on r.id = c.robbery_id
            left join lateral (
              select t.at from timeline_step t where t.robbery_id = r.id and t.data ->> 'willing' <> 'UNKNOWN'
                and t.type = 'nl.aftercare.cases.visit-willingness-recorded.v1' and t.data ->> 'caseId' = cast(c.id as text)
              order by t.at, t.id limit 1) f on true
            left join lateral (
              select t.data from timeline_step t where t.robbery_id = r.id
                and t.type = 'nl.aftercare.cases.case-evaluated.v1' and t.data ->> 'caseId' = cast(c.id as text)
              order by t.at desc, t.id desc limit 1) e on true
            where""" + IN_PERIOD + "group by c.municipality";
    private static final String LESSONS = """
            select c.municipality, r.kind, c.evaluation ->> 'lesson'
            from aftercare_case c join robbery r on r.id = c.robbery_id
            where c.evaluation ->> 'lesson' is not null and""" + IN_PERIOD + "order by c.id desc";

    private final Transactions transactions;

    KeyFigures(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * The figures of one municipality about robberies that happened in a period.
     *
     * @param medianReportDelayHours from the robbery to its report (T1)
     * @param lateReports later than the playbook allows
     * @param meetingsArranged robberies after which a meeting was arranged
     * @param meetingsArrangedInTime of those, agreed within the window (T4)
     * @param medianDaysToFirstContact from the robbery to the first answer of a victim; null when there is none
     * @param openCases that are not closed
     * @param evaluatedCases how often the four goals were looked at
     * @param measuresCarriedOut evaluated cases in which the advised measures were carried out
     * @param repeatVictims victims at an address that was robbed before
     */
    public record Figures(
            String municipality,
            long robberies,
            @Nullable Double medianReportDelayHours,
            long lateReports,
            long meetingsArranged,
            long meetingsArrangedInTime,
            long cases,
            @Nullable Double medianDaysToFirstContact,
            long openCases,
            long completedCases,
            long casesLimitedToFirstLine,
            long withheldCases,
            long unreachableVictims,
            long evaluatedCases,
            long adequateAttention,
            long measuresCarriedOut,
            long feelingSafe,
            long informationForApproach,
            long repeatVictims) {}

    /** What somebody would do better. */
    public record Lesson(String municipality, RobberyKind kind, String lesson) {}

    /**
     * @param from first day on which a robbery happened, Europe/Amsterdam
     * @param until last day
     */
    public Uni<List<Figures>> of(LocalDate from, LocalDate until) {
        return rows(OF_ROBBERIES, from, until, true).flatMap(robberies -> rows(OF_CASES, from, until, false)
                .map(cases -> cases.stream().collect(Collectors.toMap(row -> (String) row[0], row -> row)))
                .map(cases -> robberies.stream().map(row -> figures(row, cases)).toList()));
    }

    /** @return at most 1,000, the newest first */
    public Uni<List<Lesson>> lessons(LocalDate from, LocalDate until) {
        return transactions
                .session()
                .createNativeQuery(LESSONS, Object[].class)
                .setParameter("from", from)
                .setParameter("until", until)
                .setMaxResults(MOST_LESSONS)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Lesson((String) row[0], RobberyKind.valueOf((String) row[1]), (String) row[2]))
                        .toList());
    }

    private Uni<List<Object[]>> rows(String sql, LocalDate from, LocalDate until, boolean late) {
        var query = transactions
                .session()
                .createNativeQuery(sql, Object[].class)
                .setParameter("from", from)
                .setParameter("until", until);
        return (late ? query.setParameter("late", Playbook.DEFAULT.reportHoursLate()) : query).getResultList();
    }

    private static Figures figures(Object[] robbery, Map<String, Object[]> cases) {
        var none = new Object[] {null, 0L, null, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L};
        var ofCases = cases.getOrDefault((String) robbery[0], none);
        return new Figures(
                (String) robbery[0],
                count(robbery[1]),
                rounded(robbery[2]),
                count(robbery[3]),
                count(robbery[4]),
                count(robbery[5]),
                count(ofCases[1]),
                rounded(ofCases[2]),
                count(ofCases[3]),
                count(ofCases[4]),
                count(ofCases[5]),
                count(ofCases[6]),
                count(ofCases[7]),
                count(ofCases[8]),
                count(ofCases[9]),
                count(ofCases[10]),
                count(ofCases[11]),
                count(ofCases[12]),
                count(ofCases[13]));
    }

    private static long count(Object number) {
        return ((Number) number).longValue();
    }

    private static @Nullable Double rounded(@Nullable Object number) {
        return number == null ? null : Math.round(((Number) number).doubleValue() * 10) / 10.0;
    }
}
