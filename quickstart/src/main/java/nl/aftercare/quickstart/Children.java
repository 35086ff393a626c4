package nl.aftercare.quickstart;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Starts child processes that die with this JVM, whatever ends it: the kernel sends them a signal when their parent thread
 * is gone. Each is in a session of its own, so that Ctrl-C reaches this JVM alone, which then stops them in order.
 */
final class Children {
    // the kernel watches the thread that forked, so all forks happen on one that never ends
    private static final BlockingQueue<FutureTask<Process>> FORKS = new LinkedBlockingQueue<>();

    private static final boolean ROOT = userId() == 0;
    private static final boolean DEATH_SIGNAL = works("setpriv", "--pdeathsig", "TERM", "true");
    private static final boolean OWN_SESSION = works("setsid", "true");
    private static final boolean USER_NAMESPACE = works("unshare", "-U", "true");

    static {
        Thread.ofPlatform().daemon().name("forks").start(Children::fork);
    }

    private Children() {}

    /**
     * @param deathSignal sent to the child when this JVM dies, such as {@code TERM}
     * @param unprivileged for a program that refuses to run as root
     */
    record Spec(
            List<String> command,
            Map<String, String> environment,
            Path log,
            String deathSignal,
            boolean unprivileged) {}

    static Process start(Spec spec) throws IOException {
        var command = new ArrayList<String>();
        if (spec.unprivileged() && ROOT) {
            command.addAll(withoutRoot());
        }
        if (OWN_SESSION) {
            command.add("setsid");
        }
        if (DEATH_SIGNAL) {
            // last in the chain: a change of user clears it
            command.addAll(List.of("setpriv", "--pdeathsig", spec.deathSignal()));
        }
        command.addAll(spec.command());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
        builder.environment().putAll(spec.environment());
        var fork = new FutureTask<>(builder::start);
        FORKS.add(fork);
        try {
            return fork.get();
        } catch (ExecutionException e) {
            throw new IOException("cannot start " + spec.command().getFirst(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Runs to the end; a non-zero exit is a {@link StartupException} that points to the log. */
    static void run(Spec spec, String what) throws IOException, InterruptedException {
        int exit = start(spec).waitFor();
        if (exit != 0) {
            throw new StartupException(what + " failed (exit " + exit + "); see " + spec.log());
        }
    }

    /** Alive, not a zombie, and started with {@code marker} on its command line: never somebody else's process. */
    static boolean isOurs(long pid, String marker) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            return state != 'Z'
                    && state != 'X'
                    && Files.readString(Path.of("/proc/" + pid + "/cmdline")).contains(marker);
        } catch (IOException e) {
            return false;
        }
    }

    static void signal(long pid, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static List<String> withoutRoot() {
        if (!USER_NAMESPACE) {
            throw new StartupException("PostgreSQL refuses to run as root and user namespaces are off here; "
                    + "run ./aftercare as an ordinary user");
        }
        return List.of("unshare", "-U");
    }

    private static void fork() {
        try {
            while (true) {
                FORKS.take().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int userId() {
        try {
            return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException e) {
            return -1;
        }
    }

    private static boolean works(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
