package nl.aftercare.notifications.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import nl.aftercare.notifications.domain.OwnText;
import nl.aftercare.notifications.domain.OwnText.Draft;
import nl.aftercare.notifications.domain.Template;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.tenancy.Reorganisations;
import nl.aftercare.platform.transaction.Transactions;
import org.hibernate.exception.ConstraintViolationException;

/** The texts that municipalities word themselves. All within the municipalities of the transaction. */
@ApplicationScoped
public class OwnTexts {
    private final Transactions transactions;
    private final Reorganisations reorganisations;

    OwnTexts(Transactions transactions, Reorganisations reorganisations) {
        this.transactions = transactions;
        this.reorganisations = reorganisations;
    }

    /** @param version of all texts of the municipality; 0 while it words none */
    public record Stored(Map<Template, OwnText> texts, int version) {

        public OwnText of(Template template) {
            return texts.getOrDefault(template, OwnText.NONE);
        }
    }

    public Uni<Stored> read(Municipality municipality) {
        return transactions
                .session()
                .find(OwnTextRow.class, code(municipality))
                .map(row -> row == null ? new Stored(Map.of(), 0) : stored(row));
    }

    /**
     * @param version that the caller has seen
     * @throws ProblemException 412 when somebody changed a text meanwhile
     */
    public Uni<Stored> save(Municipality municipality, Template template, OwnText text, int version) {
        var session = transactions.session();
        return session.find(OwnTextRow.class, code(municipality)).flatMap(found -> {
            if ((found == null ? 0 : found.version + 1) != version) {
                throw ProblemException.staleVersion();
            }
            var row = found == null ? new OwnTextRow() : found;
            row.municipality = code(municipality);
            row.texts = with(found == null ? Map.of() : found.texts, template, text);
            return (found == null ? session.persist(row) : Uni.createFrom().voidItem())
                    .chain(session::flush)
                    // of two who begin together, one is told of the other
                    .onFailure(ConstraintViolationException.class)
                    .transform(_ -> ProblemException.staleVersion())
                    .replaceWith(() -> stored(row));
        });
    }

    /** Keeps which text was in force, and who decided so. */
    public Uni<Void> keepVersion(Municipality municipality, Template template, OwnText text, Draft draft, String by) {
        return transactions
                .session()
                .createNativeQuery("insert into own_text_version"
                        + " (municipality, template, version, wording, drafted_by, approved_by)"
                        + " values (:municipality, :template, :version, cast(:wording as text), :draftedBy, :by)")
                .setParameter("municipality", code(municipality))
                .setParameter("template", template.name())
                .setParameter("version", text.version())
                .setParameter("wording", text.wording())
                .setParameter("draftedBy", draft.by())
                .setParameter("by", by)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Map<Template, OwnText> with(Map<Template, OwnText> texts, Template template, OwnText text) {
        var all = new EnumMap<Template, OwnText>(Template.class);
        all.putAll(texts);
        all.put(template, text);
        return all;
    }

    private String code(Municipality municipality) {
        return reorganisations.today(municipality).code();
    }

    private static Stored stored(OwnTextRow row) {
        return new Stored(Objects.requireNonNull(row.texts), row.version + 1);
    }
}
