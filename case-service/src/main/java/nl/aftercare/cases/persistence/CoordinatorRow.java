package nl.aftercare.cases.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The coordinator of a municipality as stored. */
@Entity
@Table(name = "coordinator")
class CoordinatorRow {
    @Id
    String municipality;

    String name;
    String email;

    @Nullable
    String managerName;

    @Nullable
    String managerEmail;
}
