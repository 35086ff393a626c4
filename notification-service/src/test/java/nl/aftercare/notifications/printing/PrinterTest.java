package nl.aftercare.notifications.printing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import nl.aftercare.notifications.domain.HouseStyle;
import nl.aftercare.notifications.texts.Letter;
import nl.aftercare.notifications.texts.Letters;
import nl.aftercare.testing.TestServers;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A letter can be read by who does not see it: tags, title and language (PDF/UA, ISO 14289-1). */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class PrinterTest {
    private static final Letter LETTER =
            new Letter("Hulp na de overval", "Beste lezer,\n\nWat kunt u doen?\n- Bellen & vragen\n- Lezen\n\nGroet\n");

    private static final HouseStyle STYLE =
            new HouseStyle("gemeente Voorbeeldstad", "14 099", "Postbus 1, 1234 AB Voorbeeldstad", "#0b4f2f");

    @Inject
    Letters letters;

    @Inject
    Printer printer;

    @Test
    void aLetterIsTaggedWithItsLanguageAndTitle() throws IOException {
        try (var document = printed()) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getLanguage()).isEqualTo("nl");
            assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Hulp na de overval");
            assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("pdfuaid:part");
        }
    }

    @Test
    void everyLetterOfItsTypeIsInTheDocument() throws IOException {
        try (var document = printed()) {
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void itSaysWhatTheLetterSaysInItsOrder() throws IOException {
        try (var document = printed()) {
            assertThat(new PDFTextStripper().getText(document))
                    .containsSubsequence(
                            "Retour: Postbus 1, 1234 AB Voorbeeldstad",
                            "Voorbeeldstraat 1",
                            "maandag 2 maart 2026",
                            "Hulp na de overval",
                            "Beste lezer,",
                            "Bellen & vragen",
                            "Lezen",
                            "Groet");
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    private PDDocument printed() throws IOException {
        var page = letters.pages(
                LETTER, STYLE, List.of(List.of("Lezer Voorbeeld", "Voorbeeldstraat 1")), LocalDate.of(2026, 3, 2));
        return Loader.loadPDF(printer.print(page));
    }
}
