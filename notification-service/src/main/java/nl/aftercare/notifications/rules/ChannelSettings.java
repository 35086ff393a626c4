package nl.aftercare.notifications.rules;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How to enter the channels of each municipality: by its code, or {@code usual} for all that have none of their own. Comes from the
 * configuration, so that a secret is a reference to where secrets are kept.
 */
@ConfigMapping(prefix = "aftercare.channels")
public interface ChannelSettings {
    String USUAL = "usual";

    @WithParentName
    Map<String, OfMunicipality> byMunicipality();

    interface OfMunicipality {
        Optional<Smtp> mail();

        Optional<Notify> notifyNl();

        Optional<Mailbox> bounces();
    }

    /** A mail server of the municipality. */
    interface Smtp {
        String host();

        @WithDefault("587")
        int port();

        /** {@code DISABLED}, {@code OPTIONAL} or {@code REQUIRED}. */
        @WithDefault("REQUIRED")
        String startTls();

        /** TLS from the first byte, as on port 465. */
        @WithDefault("false")
        boolean ssl();

        /** How many messages it takes in a minute; without a limit when absent. */
        OptionalInt perMinute();

        /** Who the mail is from. */
        String from();

        Optional<String> username();

        Optional<String> password();
    }

    /** Where mail that cannot be delivered comes back, over IMAP: the mailbox of {@code from}. */
    interface Mailbox {
        String host();

        @WithDefault("993")
        int port();

        /** TLS from the first byte, as on port 993. */
        @WithDefault("true")
        boolean ssl();

        String username();

        String password();

        @WithDefault("INBOX")
        String folder();
    }

    /** NotifyNL, or GOV.UK Notify; the templates there have the fields {@code subject} and {@code body}. */
    interface Notify {
        String baseUrl();

        String apiKey();

        /** Mail goes over it too when this is there. */
        Optional<String> emailTemplate();

        Optional<String> textTemplate();

        Optional<String> letterTemplate();

        /** How many messages it takes in a minute; without a limit when absent. */
        OptionalInt perMinute();

        /** The bearer token with which it reports what became of a message. */
        String receiptToken();
    }
}
