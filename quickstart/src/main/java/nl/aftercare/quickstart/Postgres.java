package nl.aftercare.quickstart;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * A real PostgreSQL 18 with a database and two roles per service: the owner migrates, the login role can only do what the
 * migrations granted it. fsync stays on.
 */
public final class Postgres extends Server {
    private final Folders folders;
    private final Ports ports;
    private final Path home;
    private final Path data;

    Postgres(Folders folders, Ports ports) {
        super("postgres", folders.state());
        this.folders = folders;
        this.ports = ports;
        this.home = folders.programs().resolve("postgres");
        this.data = folders.state().resolve("postgres/data");
    }

    @Override
    String marker() {
        return data.toString();
    }

    @Override
    Path log() {
        return folders.log("postgres");
    }

    @Override
    List<Integer> ports() {
        return List.of(ports.postgres());
    }

    @Override
    String stopSignal() {
        return "INT";
    }

    @Override
    Process launch() throws IOException, InterruptedException {
        unpack();
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise();
        }
        removeStaleLock();
        return Children.start(new Children.Spec(
                List.of(
                        home.resolve("bin/postgres").toString(),
                        "-D",
                        data.toString(),
                        "-p",
                        Integer.toString(ports.postgres()),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "max_connections=200",
                        "-c",
                        "shared_buffers=128MB",
                        "-c",
                        "timezone=UTC",
                        "-c",
                        "log_timezone=UTC",
                        "-c",
                        "io_method=sync",
                        "-c",
                        "log_error_verbosity=terse",
                        "-c",
                        "max_wal_size=512MB"),
                Map.of("TZ", "UTC"),
                log(),
                "INT",
                true));
    }

    @Override
    boolean answers() throws SQLException {
        try (var connection = connect("postgres")) {
            return query(connection, "show data_directory").equals(data.toString());
        }
    }

    /** @return a connection of the superuser, for set-up and for checks from outside */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database) + "?connectTimeout=2", "postgres", "postgres");
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + database;
    }

    /** Makes what is missing of the databases and roles; the local passwords equal the role names. */
    void createDatabases() throws SQLException {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            for (var service : ServiceName.values()) {
                createDatabase(connection, statement, service.database());
            }
        }
    }

    private static void createDatabase(Connection connection, Statement statement, String name) throws SQLException {
        for (var role : List.of(name + "_owner", name + "_service")) {
            if (query(connection, "select count(*) from pg_roles where rolname = '" + role + "'")
                    .equals("0")) {
                statement.execute("create role " + role + " login password '" + role + "'");
            }
        }
        if (query(connection, "select count(*) from pg_database where datname = '" + name + "'")
                .equals("0")) {
            statement.execute("create database " + name + " owner " + name + "_owner strategy file_copy");
        }
    }

    private static String query(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /**
     * After a SIGKILL the lock file names a process that is gone, which PostgreSQL sees through by itself, or by chance a
     * stranger with the same id, which it does not.
     */
    private void removeStaleLock() throws IOException, InterruptedException {
        var lock = data.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return;
        }
        long holder = Long.parseLong(Files.readAllLines(lock).getFirst().strip());
        if (Children.isOurs(holder, marker())) {
            throw new StartupException("another PostgreSQL, process " + holder + ", still runs on " + data);
        }
        if (ProcessHandle.of(holder).isPresent()) {
            Files.delete(lock);
        }
    }

    private void initialise() throws IOException, InterruptedException {
        // a killed initdb leaves only the side folder
        var side = folders.state().resolve("postgres/init");
        Folders.delete(side);
        Files.createDirectories(side.getParent());
        var password = folders.state().resolve("run/postgres.password");
        Files.writeString(password, "postgres\n");
        Children.run(
                new Children.Spec(
                        List.of(
                                home.resolve("bin/initdb").toString(),
                                "-D",
                                side.toString(),
                                "-U",
                                "postgres",
                                "-A",
                                "scram-sha-256",
                                "--pwfile",
                                password.toString(),
                                "-E",
                                "UTF8",
                                "--locale-provider",
                                "builtin",
                                "--builtin-locale",
                                "C.UTF-8",
                                "--locale",
                                "C",
                                "--no-sync",
                                "--no-instructions"),
                        Map.of(),
                        log(),
                        "KILL",
                        true),
                "initdb");
        Files.delete(password);
        Files.move(side, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void unpack() throws IOException {
        var done = home.resolve(".unpacked");
        try (var lock = folders.programLock("postgres")) {
            if (!lock.isValid() || Files.exists(done)) {
                return;
            }
            Folders.delete(home);
            try (var archive = archive();
                    var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, 1 << 16)))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(tar, entry);
                }
            }
            Files.createFile(done);
        }
    }

    private static InputStream archive() {
        var machine = System.getProperty("os.arch");
        var archive = machine.equals("amd64") ? Postgres.class.getResourceAsStream("/postgres-linux-x86_64.txz") : null;
        if (archive == null) {
            throw new StartupException("the quick start has PostgreSQL for Linux on amd64 only, this is "
                    + System.getProperty("os.name") + " on " + machine + "; use docker compose instead");
        }
        return archive;
    }

    private void unpack(TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
        var target = home.resolve(entry.getName()).normalize();
        if (!target.startsWith(home)) {
            throw new IOException("entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, home.resolve(entry.getLinkName()).normalize());
        } else {
            Files.copy(tar, target);
            if ((entry.getMode() & 0111) != 0) {
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
