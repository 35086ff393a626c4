package nl.aftercare.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents claim to be tested, is; what they point at, is there. */
class DocsTest {
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z]+(?:Test|Rules|Contract))(?:[.`]|$)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

    @ParameterizedTest
    @ValueSource(strings = {"docs/standards.md", "docs/threats.md"})
    void everyTestThatIsNamedExists(String document) throws IOException {
        var named = NAMED.matcher(Files.readString(Chart.ROOT.resolve(document)))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(10);
        assertThat(classes()).containsAll(named);
    }

    @Test
    void everyStandardNamesWhatHoldsUsToIt() throws IOException {
        assertThat(Files.readAllLines(Chart.ROOT.resolve("docs/standards.md")))
                .filteredOn(line -> line.startsWith("| "))
                .hasSizeGreaterThan(10)
                .noneMatch(line -> line.matches(".*\\|\\s*\\|$"));
    }

    @Test
    void everyLocalLinkOfADocumentLeadsSomewhere() throws IOException {
        var broken = new TreeSet<String>();
        for (var document : documents()) {
            LINK.matcher(Files.readString(document))
                    .results()
                    .map(match -> match.group(1))
                    .forEach(target -> {
                        if (!Files.exists(document.resolveSibling(target))) {
                            broken.add(Chart.ROOT.relativize(document) + ": " + target);
                        }
                    });
        }

        assertThat(broken).isEmpty();
    }

    private static Set<String> classes() throws IOException {
        try (var files = Files.walk(Chart.ROOT)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }

    private static Set<Path> documents() throws IOException {
        try (var files = Files.walk(Chart.ROOT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.toString().matches(".*/(target|node_modules|[.]aftercare)/.*"))
                    .collect(Collectors.toSet());
        }
    }
}
