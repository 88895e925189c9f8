package io.vpclocal.resource;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The values in an answer of EC2, by the names of filters. */
final class ShownValues {

    private static final XMLInputFactory XML = XMLInputFactory.newFactory();

    private final List<Leaf> leaves = new ArrayList<>();

    /** @param path names of elements in lower case, without {@code item} */
    private record Leaf(List<String> path, String value) {}

    static ShownValues in(String answer) throws XMLStreamException {
        ShownValues values = new ShownValues();
        XMLStreamReader reader = XML.createXMLStreamReader(new StringReader(answer));
        Deque<String> path = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        boolean leaf = false;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                path.addLast(reader.getLocalName());
                text.setLength(0);
                leaf = true;
            } else if (event == XMLStreamConstants.CHARACTERS) {
                text.append(reader.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (leaf && !text.toString().isEmpty()) {
                    values.leaves.add(new Leaf(names(path), text.toString()));
                }
                path.removeLast();
                leaf = false;
            }
        }
        return values;
    }

    /** The value that a filter like {@code attachment.instance-id} compares, if the answer shows it. */
    Optional<String> of(String filter) {
        List<String> wanted =
                names(List.of(filter.replace("tag:Owner", "tag.value").split("\\.")));
        return leaves.stream()
                .filter(leaf -> fits(leaf.path(), wanted))
                .min(Comparator.comparingInt(leaf -> leaf.path().size()))
                .map(Leaf::value);
    }

    /** The last name is the element's, and each name before ends the name of an element around it. */
    private static boolean fits(List<String> path, List<String> wanted) {
        int at = path.size() - 1;
        if (!path.get(at).equals(wanted.get(wanted.size() - 1))) {
            return false;
        }
        for (int i = wanted.size() - 2; i >= 0; i--) {
            do {
                at--;
            } while (at >= 0 && !path.get(at).matches(".*" + wanted.get(i) + "(s|es)?(set)?"));
            if (at < 0) {
                return false;
            }
        }
        return true;
    }

    private static List<String> names(Iterable<String> given) {
        List<String> names = new ArrayList<>();
        for (String name : given) {
            if (!name.equals("item")) {
                names.add(name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
