package nl.aftercare.quickstart;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/**
 * Where a suite lives on disk.
 *
 * @param root the checkout, in which the built services are found
 * @param state data, logs and process ids of this suite; kept between runs
 * @param programs unpacked PostgreSQL and Keycloak, shared by every suite of the checkout
 */
public record Folders(Path root, Path state, Path programs) {
    private static final long ROOM_NEEDED = 1L << 30;

    public static Folders of(Path root, Path state) {
        return new Folders(root, state, root.resolve(".aftercare/programs"));
    }

    /** Forgets all data of an earlier run. */
    public void clear() throws IOException {
        delete(state);
    }

    public Path log(String name) {
        return state.resolve("log/" + name + ".log");
    }

    /**
     * Makes the folders and takes the lock that keeps a second suite off the same data.
     *
     * @return the lock, held until the JVM ends
     */
    FileLock claim() throws IOException {
        for (var folder : new String[] {"log", "run"}) {
            Files.createDirectories(state.resolve(folder));
        }
        Files.createDirectories(programs);
        if (Files.getFileStore(state).getUsableSpace() < ROOM_NEEDED) {
            throw new StartupException("less than 1 GB is free on the disk of " + state + "; make room and try again");
        }
        var lock = open(state.resolve("run/suite.lock")).tryLock();
        if (lock == null) {
            throw new StartupException("a suite already runs on " + state + "; stop it, or choose another --state DIR");
        }
        return lock;
    }

    /** Serialises the unpacking of a program between suites that start at the same time. */
    FileLock programLock(String program) throws IOException {
        return open(programs.resolve(program + ".lock")).lock();
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
