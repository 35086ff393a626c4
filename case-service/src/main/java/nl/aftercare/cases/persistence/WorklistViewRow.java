package nl.aftercare.cases.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import nl.aftercare.cases.domain.NextAction.Kind;
import nl.aftercare.cases.domain.NextAction.Urgency;
import org.jspecify.annotations.Nullable;

/** A selection of the worklist with a name, as stored. */
@Entity
@Table(name = "worklist_view")
@IdClass(WorklistViewRow.Key.class)
class WorklistViewRow {
    @Id
    String municipality;

    @Id
    String name;

    String title;

    @Nullable
    String owner;

    @Nullable
    @Enumerated(EnumType.STRING)
    Urgency urgency;

    @Nullable
    @Enumerated(EnumType.STRING)
    Kind nextAction;

    record Key(String municipality, String name) implements Serializable {}
}
