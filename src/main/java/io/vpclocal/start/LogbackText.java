package io.vpclocal.start;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.core.rolling.helper.FileNamePattern;
import ch.qos.logback.core.spi.ScanException;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.util.OptionHelper;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URL;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.springframework.boot.logging.logback.ColorConverter;
import org.springframework.boot.logging.logback.CorrelationIdConverter;
import org.springframework.boot.logging.logback.EnclosedInSquareBracketsConverter;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;
import org.springframework.boot.logging.logback.WhitespaceThrowableProxyConverter;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Whether Logback can read a pattern or a file. It would report a wrong one in stack traces of its own. */
final class LogbackText {

    private LogbackText() {}

    /** Whether a pattern has only conversion words of Logback and Spring Boot, with valid options. */
    static boolean isPattern(String pattern) {
        LoggerContext context = new LoggerContext();
        PatternLayout layout = new PatternLayout();
        layout.setContext(context);
        layout.getInstanceConverterMap().put("clr", ColorConverter::new);
        layout.getInstanceConverterMap().put("correlationId", CorrelationIdConverter::new);
        layout.getInstanceConverterMap().put("esb", EnclosedInSquareBracketsConverter::new);
        layout.getInstanceConverterMap().put("wex", WhitespaceThrowableProxyConverter::new);
        layout.getInstanceConverterMap().put("wEx", ExtendedWhitespaceThrowableProxyConverter::new);
        try {
            layout.setPattern(OptionHelper.substVars(pattern, context));
        } catch (ScanException | IllegalArgumentException e) {
            return false;
        }
        layout.start();
        return hasNoProblem(context);
    }

    /** Whether a pattern names a file for each day, and each of several files of a day. */
    static boolean isFileName(String pattern) {
        LoggerContext context = new LoggerContext();
        try {
            FileNamePattern names = new FileNamePattern(OptionHelper.substVars(pattern, context), context);
            return names.getPrimaryDateTokenConverter() != null
                    && names.getIntegerTokenConverter() != null
                    && hasNoProblem(context);
        } catch (ScanException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean hasNoProblem(LoggerContext context) {
        return context.getStatusManager().getCopyOfStatusList().stream()
                .noneMatch(status -> status.getLevel() >= Status.WARN);
    }

    /** Whether a file is XML with the root element of Logback. */
    static boolean isConfiguration(URL file) throws IOException {
        Root root = new Root();
        try (InputStream content = file.openStream()) {
            SAXParserFactory.newInstance().newSAXParser().parse(content, root);
        } catch (SAXException e) {
            return false;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK has no XML parser", e);
        }
        return root.name.equals("configuration");
    }

    private static final class Root extends DefaultHandler {

        private String name = "";

        @Override
        public void startElement(String uri, String localName, String qualifiedName, Attributes attributes) {
            if (name.isEmpty()) {
                name = qualifiedName;
            }
        }

        /** Nothing is fetched. */
        @Override
        public InputSource resolveEntity(String publicId, String systemId) {
            return new InputSource(new StringReader(""));
        }

        @Override
        public void fatalError(org.xml.sax.SAXParseException failure) throws SAXException {
            throw failure;
        }
    }
}
