package nl.aftercare.notifications.printing;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Makes an accessible PDF (PDF/UA) of a page: tagged, with its language and title (domain.md L16). */
@ApplicationScoped
class Printer {
    /** Comes with PDFBox; an accessible document carries its own letters. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    byte[] print(String page) {
        try (var pdf = new ByteArrayOutputStream()) {
            var builder = new PdfRendererBuilder();
            builder.usePdfUaAccessibility(true);
            builder.useFont(Printer::font, "Liberation Sans", 400, FontStyle.NORMAL, true);
            builder.useFont(Printer::font, "Liberation Sans", 700, FontStyle.NORMAL, true);
            builder.withHtmlContent(page, null);
            builder.toStream(pdf);
            builder.run();
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream font() {
        return Objects.requireNonNull(Printer.class.getResourceAsStream(FONT), FONT);
    }
}
