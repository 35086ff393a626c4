package nl.aftercare.neighbourhood.persistence;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;

/** An entry of a directory as stored. */
@MappedSuperclass
abstract class DirectoryRow<T> {
    @Id
    UUID id;

    @Version
    int version;

    String municipality;

    /** What of it can change. */
    abstract void take(T entry);

    abstract T toDomain();
}
