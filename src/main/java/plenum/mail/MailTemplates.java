package plenum.mail;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import plenum.platform.Messages;
import plenum.platform.SiteAddress;

/** Renders a letter as text and HTML: {@code mail/letter.txt.peb} and {@code mail/letter.html.peb}, in the recipient's language. */
@ApplicationScoped
public class MailTemplates {
    @Inject
    SiteAddress site;

    private final PebbleEngine html = engine(true);
    private final PebbleEngine text = engine(false);

    protected MailTemplates() {
        // for CDI
    }

    protected MailTemplates(SiteAddress site) {
        this.site = site;
    }

    public Mails.Content render(Letter letter) {
        ResourceBundle words = Messages.in(letter.language());
        Object[] values = letter.values().stream().map(MailTemplates::oneLine).toArray();
        String key = "mail." + letter.kind();
        String subject = format(words, key + ".subject", letter.language(), values);
        Map<String, Object> model = new HashMap<>();
        model.put("language", letter.language().getLanguage());
        model.put("product", words.getString("product"));
        model.put("heading", subject);
        model.put("paragraphs", paragraphs(words, key + ".text.", letter.language(), values));
        model.put("link", letter.link().orElse(""));
        model.put("button", letter.link().isPresent() ? words.getString(key + ".button") : "");
        model.put("copy", words.getString("mail.copy"));
        model.put("footer", format(words, "mail.footer", letter.language(), site.base()));
        return new Mails.Content(
                subject, evaluate(text, "letter.txt", model), evaluate(html, "letter.html", model), letter.event());
    }

    private static List<String> paragraphs(ResourceBundle words, String beginning, Locale language, Object... values) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> beginning + number)
                .takeWhile(words::containsKey)
                .map(key -> format(words, key, language, values))
                .toList();
    }

    private static String format(ResourceBundle words, String key, Locale language, Object... values) {
        return new MessageFormat(words.getString(key), language).format(values);
    }

    /** Text from people cannot begin a line: it can add neither a header nor something that looks like another part of the mail. */
    private static String oneLine(String value) {
        return value.replaceAll("\\p{Cntrl}|\\u2028|\\u2029", " ").strip();
    }

    private static String evaluate(PebbleEngine engine, String template, Map<String, Object> model) {
        StringWriter out = new StringWriter();
        try {
            engine.getTemplate(template).evaluate(out, model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static PebbleEngine engine(boolean escaping) {
        ClasspathLoader loader = new ClasspathLoader(MailTemplates.class.getClassLoader());
        loader.setPrefix("mail");
        loader.setSuffix(".peb");
        return new PebbleEngine.Builder()
                .loader(loader)
                .autoEscaping(escaping)
                .strictVariables(true)
                .build();
    }
}
