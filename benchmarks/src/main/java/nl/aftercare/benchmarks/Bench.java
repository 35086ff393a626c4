package nl.aftercare.benchmarks;

import java.nio.file.Path;
import nl.aftercare.quickstart.Folders;

/** {@code ./aftercare bench intake | effect | startup | worklist | offers | planning | outreach | replay [ROBBERIES]}; docs/performance.md has the figures and what they mean. */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var root = Path.of("").toAbsolutePath();
        var folders = Folders.of(root, root.resolve(".aftercare/bench"));
        folders.clear();
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "intake" -> new Intake(folders).run();
            case "effect" -> new Effect(folders).run();
            case "startup" -> new Startup(folders).run();
            case "worklist" -> new Worklist(folders).run();
            case "offers" -> new Composing().run();
            case "outreach" -> new Outreach(folders).run();
            case "planning" -> new Planning().run();
            case "replay" -> {
                int robberies = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 48_000;
                if (!new Replay(folders, robberies).run()) {
                    System.exit(1);
                }
            }
            default -> {
                System.err.println(
                        "usage: ./aftercare bench intake | effect | startup | worklist | offers | planning | replay [ROBBERIES]");
                System.exit(2);
            }
        }
    }
}
