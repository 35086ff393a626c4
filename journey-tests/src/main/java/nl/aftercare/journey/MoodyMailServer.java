package nl.aftercare.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Stands between the suite and its mail server, and behaves as mail servers do on a bad day: it is away, has no time, refuses a
 * mailbox, answers slowly, or takes a mail and does not say so. Which mails got no answer it remembers.
 */
final class MoodyMailServer implements AutoCloseable {
    private static final Pattern MESSAGE_ID = Pattern.compile("(?i)^Message-ID:\\s*(<[^>]+>)");
    private static final int DRIP_MILLIS = 20;
    private final int port;
    private final int behind;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket door;
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
    private final Moods<Mood> moods;

    /** How it takes the next mail, and how often of a hundred. */
    enum Mood implements Moods.Mood {
        GOOD(78),
        /** 421: no service now. */
        AWAY(5),
        /** 451: try later. */
        BUSY(5),
        /** 550: no such mailbox; the coordinator's alone, a partner has to see what is so. */
        REFUSING(4),
        /** Takes the mail, and the answer is lost. */
        SILENT(5),
        /** Every line of an answer drips in. */
        SLOW(3);

        private final int share;

        Mood(int share) {
            this.share = share;
        }

        @Override
        public int share() {
            return share;
        }
    }

    /** @param behind port of the real mail server on this machine */
    MoodyMailServer(int behind, long seed) throws IOException {
        this.behind = behind;
        this.moods = new Moods<>(Mood.values(), seed);
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        port = door.getLocalPort();
        Thread.ofVirtual().start(this::answerTheDoor);
    }

    int port() {
        return port;
    }

    /** From now on it is away, in the middle of whatever it did. */
    void kill() throws IOException {
        door.close();
        for (var client : open) {
            client.close();
        }
    }

    void start() throws IOException {
        door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::answerTheDoor);
    }

    /** Message-IDs of the mails that were taken without an answer. */
    Set<String> unanswered() {
        return Set.copyOf(unanswered);
    }

    /** How often it was in which mood. */
    Map<Mood, Long> moods() {
        return moods.shown();
    }

    @Override
    public void close() throws IOException {
        kill();
    }

    private void answerTheDoor() {
        var mine = door;
        while (!mine.isClosed()) {
            try {
                var client = mine.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                // closed: over
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            new Conversation(client, server).hold();
        } catch (IOException | UncheckedIOException e) {
            // one of the two went away: so does the other
        } finally {
            open.remove(client);
        }
    }

    /** One connection: a line of the client, then the answer of the server, as SMTP goes without pipelining. */
    private final class Conversation {
        private final BufferedReader fromClient;
        private final BufferedReader fromServer;
        private final OutputStream toClient;
        private final OutputStream toServer;
        private Mood mood = Mood.GOOD;

        Conversation(Socket client, Socket server) throws IOException {
            fromClient = reader(client);
            fromServer = reader(server);
            toClient = client.getOutputStream();
            toServer = server.getOutputStream();
        }

        private static BufferedReader reader(Socket socket) throws IOException {
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        }

        void hold() throws IOException {
            relayAnswer();
            for (var line = fromClient.readLine(); line != null; line = fromClient.readLine()) {
                if (line.startsWith("MAIL FROM")) {
                    mood = moods.next();
                    if (mood == Mood.AWAY) {
                        write(toClient, "421 4.3.2 no service now");
                        return;
                    }
                }
                if (line.startsWith("RCPT TO") && mood == Mood.BUSY) {
                    write(toClient, "451 4.3.0 try later");
                } else if (line.startsWith("RCPT TO:<nazorg@") && mood == Mood.REFUSING) {
                    write(toClient, "550 5.1.1 no such mailbox");
                } else {
                    write(toServer, line);
                    var answer = relayAnswer();
                    if (line.equals("DATA") && answer.startsWith("354") && !relayMail()) {
                        return;
                    }
                }
            }
        }

        /** @return false when the answer was lost, and the connection with it */
        private boolean relayMail() throws IOException {
            var id = "";
            for (var line = fromClient.readLine(); line != null; line = fromClient.readLine()) {
                var found = MESSAGE_ID.matcher(line);
                if (id.isEmpty() && found.find()) {
                    id = found.group(1);
                }
                write(toServer, line);
                if (line.equals(".")) {
                    break;
                }
            }
            if (mood == Mood.SILENT) {
                fromServer.readLine();
                unanswered.add(id);
                return false;
            }
            try {
                relayAnswer();
            } catch (IOException killed) {
                unanswered.add(id);
                throw killed;
            }
            return true;
        }

        private String relayAnswer() throws IOException {
            var line = fromServer.readLine();
            while (line != null && line.length() > 3 && line.charAt(3) == '-') {
                write(toClient, line);
                line = fromServer.readLine();
            }
            if (line == null) {
                throw new IOException("the mail server is gone");
            }
            write(toClient, line);
            return line;
        }

        private void write(OutputStream out, String line) throws IOException {
            var bytes = (line + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
            if (mood == Mood.SLOW && out == toClient) {
                for (byte one : bytes) {
                    out.write(one);
                    out.flush();
                    drip();
                }
            } else {
                out.write(bytes);
                out.flush();
            }
        }

        private static void drip() throws IOException {
            try {
                Thread.sleep(DRIP_MILLIS);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }
}
