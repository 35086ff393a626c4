package nl.aftercare.offers.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that gives measures, with how to reach it. Organisations only: a shared mailbox, a desk, a page.
 *
 * @param code by which it is known within the municipality
 * @param measures codes of what it gives
 * @param workArea where it works, in words; null when everywhere
 */
public record Provider(
        String code,
        String name,
        Scope scope,
        List<String> measures,
        @Nullable String workArea,
        @Nullable String email,
        @Nullable String telephone,
        @Nullable String url) {

    public Provider {
        measures = List.copyOf(measures);
    }

    /** Landelijk, regionaal of lokaal (domain.md 2.1, mix-scope). */
    public enum Scope {
        NATIONAL,
        REGIONAL,
        LOCAL
    }

    public boolean gives(String measure) {
        return measures.contains(measure);
    }
}
