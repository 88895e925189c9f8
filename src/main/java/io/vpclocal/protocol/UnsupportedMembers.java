package io.vpclocal.protocol;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Rejects requests with members that are not emulated, so that none is ignored in silence. They are listed in {@code
 * unsupported-members.tsv}. Callers without permission are told so first.
 */
public final class UnsupportedMembers {

    private UnsupportedMembers() {}

    /**
     * A member that is not emulated.
     *
     * @param path the names of the model from the request to the member, with dots; lists are passed through
     * @param taken a value that asks for nothing and is accepted; empty for none
     * @param what what is not emulated, in words
     */
    public record Member(AwsService service, String action, String path, String taken, String what) {

        private static Member of(String line) {
            String[] fields = line.split("\t", -1);
            AwsService service = AwsService.bySigningName(fields[0]).orElseThrow();
            return new Member(service, fields[1], fields[2], fields[3], fields[4]);
        }

        private String name() {
            return UnsupportedMembers.name(service, action);
        }

        private boolean in(SdkPojo request) {
            return values(request, path).anyMatch(value -> !value.toString().equals(taken));
        }
    }

    /** @throws AwsException {@code UnsupportedOperation} if the request has a member that is not emulated */
    public static void refuse(AwsService service, String action, SdkPojo request) {
        for (Member member : File.BY_ACTION.getOrDefault(name(service, action), List.of())) {
            if (member.in(request)) {
                throw CommonErrors.notHere(member.what());
            }
        }
    }

    /** What an action lacks, in words: what its controller says and its members that are refused. Empty if it is complete. */
    public static String missing(ActionDefinition action) {
        Stream<String> refused = File.BY_ACTION.getOrDefault(name(action.service(), action.name()), List.of()).stream()
                .map(Member::what)
                .filter(what -> !action.missing().contains(what));
        return Stream.concat(Stream.of(action.missing()), refused)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** All that are listed. */
    public static Stream<Member> all() {
        return File.BY_ACTION.values().stream().flatMap(List::stream);
    }

    private static String name(AwsService service, String action) {
        return service.signingName() + "/" + action;
    }

    private static Stream<Object> values(SdkPojo of, String path) {
        int dot = path.indexOf('.');
        String first = dot < 0 ? path : path.substring(0, dot);
        Stream<Object> found = of.sdkFields().stream()
                .filter(field -> field.memberName().equals(first))
                .flatMap(field -> elements(field.getValueOrDefault(of)));
        return dot < 0
                ? found
                : found.flatMap(value -> values((SdkPojo) value, path.substring(dot + 1)));
    }

    private static Stream<Object> elements(@Nullable Object value) {
        return value instanceof Collection<?> list ? list.stream().map(Object.class::cast) : Stream.ofNullable(value);
    }

    /** Read at first use. */
    private static final class File {

        static final Map<String, List<Member>> BY_ACTION = read();

        private static Map<String, List<Member>> read() {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    Objects.requireNonNull(UnsupportedMembers.class.getResourceAsStream("unsupported-members.tsv")),
                    StandardCharsets.UTF_8))) {
                return lines.lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(Member::of)
                        .collect(Collectors.groupingBy(Member::name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
