package nl.aftercare.notifications.receiving;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Optional;
import java.util.Properties;
import nl.aftercare.notifications.persistence.Messages;
import nl.aftercare.notifications.persistence.Owners;
import nl.aftercare.notifications.rules.ChannelSettings;
import nl.aftercare.notifications.rules.ChannelSettings.Mailbox;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.problem.SafeTrace;
import nl.aftercare.platform.tenancy.Reorganisations;
import nl.aftercare.platform.tenancy.Tenancy;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.Transactions;
import org.jboss.logging.Logger;

/**
 * Reads back mail that could not be delivered. A report is taken out of the mailbox once it is kept, since it names somebody; what is no
 * report of ours is left for people.
 */
@ApplicationScoped
class ReadBounces {
    private static final Logger LOG = Logger.getLogger(ReadBounces.class);

    /** A mark of our own: whether a person saw it says nothing. */
    private static final Flags READ = new Flags("AftercareRead");

    private static final String PATIENCE_MILLIS = "10000";
    private final ChannelSettings settings;
    private final Owners owners;
    private final Messages messages;
    private final Transactions transactions;
    private final Reorganisations reorganisations;
    private final Time time;

    ReadBounces(
            ChannelSettings settings,
            Owners owners,
            Messages messages,
            Transactions transactions,
            Reorganisations reorganisations,
            Time time) {
        this.reorganisations = reorganisations;
        this.settings = settings;
        this.owners = owners;
        this.messages = messages;
        this.transactions = transactions;
        this.time = time;
    }

    @Scheduled(every = "{aftercare.bounces.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        settings.byMunicipality()
                .forEach((served, channels) -> channels.bounces().ifPresent(mailbox -> {
                    try {
                        read(served, mailbox);
                    } catch (MessagingException | IOException | RuntimeException e) {
                        LOG.warnf("reading back mail of %s paused: %s", served, SafeTrace.of(e));
                    }
                }));
    }

    private void read(String served, Mailbox mailbox) throws MessagingException, IOException {
        var protocol = mailbox.ssl() ? "imaps" : "imap";
        var properties = new Properties();
        properties.setProperty("mail." + protocol + ".connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty("mail." + protocol + ".timeout", PATIENCE_MILLIS);
        // to read is not yet to have kept
        properties.setProperty("mail." + protocol + ".peek", "true");
        try (var store = Session.getInstance(properties).getStore(protocol)) {
            store.connect(mailbox.host(), mailbox.port(), mailbox.username(), mailbox.password());
            try (var folder = store.getFolder(mailbox.folder())) {
                folder.open(Folder.READ_WRITE);
                for (var mail : folder.getMessages()) {
                    if (mail instanceof MimeMessage readable && !mail.getFlags().contains(READ)) {
                        take(served, readable);
                    }
                }
            }
        }
    }

    private void take(String served, MimeMessage mail) throws MessagingException {
        Optional<Bounce> bounce;
        try {
            bounce = Bounce.read(mail, time.now());
        } catch (MessagingException | IOException | RuntimeException e) {
            LOG.warnf("a mail for %s cannot be read: %s", served, SafeTrace.of(e));
            bounce = Optional.empty();
        }
        if (bounce.isPresent() && keep(served, bounce.get())) {
            mail.setFlag(Flags.Flag.DELETED, true);
        } else {
            mail.setFlags(READ, true);
        }
    }

    /** @return false when it is of no message that this mailbox serves */
    private boolean keep(String served, Bounce bounce) {
        try {
            VertxContextSupport.subscribeAndAwait(() -> owners.of(bounce.messageId(), served)
                    .flatMap(municipality -> transactions.in(
                            new Tenancy(reorganisations.family(municipality)),
                            () -> messages.change(
                                    bounce.messageId(), message -> message.receipt(bounce.fact(), time.now())))));
            return true;
        } catch (ProblemException unknown) {
            return false;
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a bounce could not be kept", e);
        }
    }
}
