package nl.aftercare.quickstart;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A real SMTP server that keeps all mail in memory and shows it: {@code /} as a page for a person, {@code /messages} as
 * JSON for a program.
 */
public final class MailServer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Ports ports;
    private final GreenMail smtp;
    private @Nullable HttpServer web;

    /**
     * One received message.
     *
     * @param messageId its Message-ID header
     * @param calendar the iCalendar entry that came with it, lines unfolded; empty without one
     */
    public record Mail(String messageId, String from, String to, String subject, String text, String calendar) {}

    public MailServer(Ports ports) {
        this.ports = ports;
        var setup = new ServerSetup(ports.smtp(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(60_000);
        smtp = new GreenMail(setup)
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    }

    List<Integer> ports() {
        return List.of(ports.smtp(), ports.inbox());
    }

    public void start() throws IOException {
        smtp.start();
        web = HttpServer.create(new InetSocketAddress("127.0.0.1", ports.inbox()), 0);
        web.createContext(
                "/messages", exchange -> answer(exchange, "application/json", JSON.writeValueAsString(mails())));
        web.createContext("/", exchange -> answer(exchange, "text/html", page(mails())));
        web.start();
    }

    /** All mail since the start, oldest first. */
    public List<Mail> mails() {
        return Arrays.stream(smtp.getReceivedMessages()).map(MailServer::read).toList();
    }

    String address() {
        return "http://127.0.0.1:" + ports.inbox();
    }

    void stop() {
        if (web != null) {
            web.stop(0);
        }
        smtp.stop();
    }

    /** @param mime a message as it goes over the line */
    public static Mail read(String mime) {
        try {
            return read(new MimeMessage(null, new ByteArrayInputStream(mime.getBytes(StandardCharsets.UTF_8))));
        } catch (MessagingException e) {
            throw new IllegalStateException("a received message cannot be read", e);
        }
    }

    private static Mail read(MimeMessage message) {
        try {
            return new Mail(
                    message.getMessageID(),
                    String.valueOf(message.getFrom()[0]),
                    String.valueOf(message.getAllRecipients()[0]),
                    message.getSubject(),
                    part(message, "text/plain"),
                    part(message, "text/calendar").replaceAll("\\R[ \t]", ""));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("a received message cannot be read", e);
        }
    }

    /** The first part of a type, looked for within parts too; empty when there is none. */
    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                var found = part(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    private static String page(List<Mail> mails) {
        var page = new StringBuilder("""
                <!doctype html><html lang="nl"><meta charset="utf-8"><title>Postvak</title>
                <style>body{font:1rem/1.5 sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}
                article{border:1px solid #ccc;border-radius:.4rem;padding:0 1rem;margin:1rem 0}
                pre{white-space:pre-wrap;font:inherit}</style>
                <h1>Postvak van de proefomgeving</h1>
                """);
        for (var mail : mails.reversed()) {
            page.append("<article><h2>%s</h2><p>aan %s</p><pre>%s</pre>%s</article>%n"
                    .formatted(escape(mail.subject()), escape(mail.to()), escape(mail.text()), calendar(mail)));
        }
        return page.toString();
    }

    private static String calendar(Mail mail) {
        return mail.calendar().isEmpty()
                ? ""
                : "<details><summary>agenda</summary><pre>" + escape(mail.calendar()) + "</pre></details>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static void answer(HttpExchange exchange, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
