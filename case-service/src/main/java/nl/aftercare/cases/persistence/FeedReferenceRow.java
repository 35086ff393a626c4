package nl.aftercare.cases.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a feed calls a robbery, as stored. */
@Entity
@Table(name = "feed_reference")
@IdClass(FeedReferenceRow.Key.class)
class FeedReferenceRow {
    @Id
    String municipality;

    @Id
    String feed;

    @Id
    String reference;

    @Nullable
    UUID robberyId;

    @Nullable
    String reportHash;

    record Key(String municipality, String feed, String reference) implements Serializable {}
}
