package nl.aftercare.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One guarded child process of the suite that can be started, stopped, killed and started again on the same data. */
public abstract class Server {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(25);
    private final String name;
    private final Path pidFile;
    private @Nullable Process process;

    /** @param state folder of the suite; logs go to {@code log/}, process ids to {@code run/} */
    Server(String name, Path state) {
        this.name = name;
        this.pidFile = state.resolve("run/" + name + ".pid");
    }

    /** Unique on the command line of this very server, so that an orphan is told from a stranger. */
    abstract String marker();

    /** Everything up to and including the fork; called anew at every start. */
    abstract Process launch() throws IOException, InterruptedException;

    /** True once it answers as itself; may throw while it is still coming up. */
    abstract boolean answers() throws Exception;

    abstract Path log();

    /** Ports that must be free before the first start. */
    abstract List<Integer> ports();

    Duration patience() {
        return Duration.ofSeconds(120);
    }

    String stopSignal() {
        return "TERM";
    }

    public final String name() {
        return name;
    }

    /** Starts and waits until it answers. */
    public final void start() throws IOException, InterruptedException {
        awaitAnswer(fork());
    }

    /** Starts and does not wait. */
    public final Process fork() throws IOException, InterruptedException {
        var started = launch();
        process = started;
        Files.writeString(pidFile, started.pid() + "\n");
        return started;
    }

    /** Ends what an earlier run of this suite left running, so that its ports and files are free. */
    final void stopOrphan() throws IOException, InterruptedException {
        if (!Files.exists(pidFile)) {
            return;
        }
        var text = Files.readString(pidFile).strip();
        if (text.matches("\\d{1,9}") && Children.isOurs(Long.parseLong(text), marker())) {
            Console.step(name + ": stopping process " + text + " of an earlier run");
            end(Long.parseLong(text), stopSignal(), STOP_PATIENCE);
        }
        Files.deleteIfExists(pidFile);
    }

    /** SIGKILL, and wait until it is gone with all that it had started. */
    public final void kill() throws InterruptedException {
        if (process != null) {
            var descendants = process.descendants().toList();
            process.destroyForcibly().waitFor();
            descendants.forEach(descendant -> descendant.onExit().join());
        }
    }

    /** Ends it in order, by force after some time. */
    public final void stop() throws IOException, InterruptedException {
        stop(STOP_PATIENCE);
    }

    /** Ends it in order, by force after this time. */
    public final void stop(Duration patience) throws IOException, InterruptedException {
        if (process != null && process.isAlive()) {
            end(process.pid(), stopSignal(), patience);
        }
        Files.deleteIfExists(pidFile);
    }

    public final boolean isAlive() {
        return process != null && process.isAlive();
    }

    public final long pid() {
        return process == null ? -1 : process.pid();
    }

    private void end(long pid, String signal, Duration patience) throws IOException, InterruptedException {
        Children.signal(pid, signal);
        long deadline = System.nanoTime() + patience.toNanos();
        while (Children.isOurs(pid, marker())) {
            if (System.nanoTime() > deadline) {
                Children.signal(pid, "KILL");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private void awaitAnswer(Process started) throws InterruptedException {
        long deadline = System.nanoTime() + patience().toNanos();
        while (true) {
            if (!started.isAlive()) {
                throw new StartupException(
                        name + " stopped by itself (exit " + started.exitValue() + "); see " + log());
            }
            try {
                if (answers()) {
                    return;
                }
            } catch (StartupException | InterruptedException e) {
                throw e;
            } catch (Exception e) {
                // not up yet: the deadline decides
            }
            if (System.nanoTime() > deadline) {
                throw new StartupException(
                        name + " gave no answer in " + patience().toSeconds() + " s; see " + log());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
