package io.vpclocal.protocol.hostile;

import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.WireProtocol;
import io.vpclocal.protocol.WireRequest;
import io.vpclocal.protocol.WireResponse;
import io.vpclocal.protocol.dispatch.ActionRegistry;
import io.vpclocal.protocol.dispatch.Dispatcher;
import io.vpclocal.testing.Aws;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Sends every action of a service requests with one invalid member at any depth. */
final class HostileCalls {

    private static final Pattern ENDING = Pattern.compile("(Delete|Terminate|Release|Detach|Disassociate|Unassign).*");
    private static final Pattern MISSING = Pattern.compile(
            "must contain the parameter (\\w+)|Value (?:null )?at '(\\w+)' failed[^:]*: Member must not be null");
    private static final int MOST_REQUIRED = 8;
    private static final XMLInputFactory XML = XMLInputFactory.newFactory();
    private static final JsonMapper JSON = new JsonMapper();

    private final Dispatcher dispatcher;
    private final AwsService service;
    private final Wire wire;
    private final Members members;
    private final List<String> broken = new ArrayList<>();
    private int accepted;

    HostileCalls(Dispatcher dispatcher, AwsService service, Aws aws) {
        String account = Aws.newAccount();
        this.dispatcher = dispatcher;
        this.service = service;
        this.wire = new Wire(service, account);
        this.members = new Members(Samples.in(aws, account)::of);
    }

    /** The number of calls that succeeded despite the invalid member. */
    int accepted() {
        return accepted;
    }

    /** @return the calls answered with a server error or with a response that clients cannot parse */
    List<String> broken(ActionRegistry registry) {
        // Describe actions come first, while results are short. Actions that delete the sample resources come last.
        registry.all(service).stream()
                .sorted(Comparator.comparing((ActionDefinition action) -> !action.readOnly())
                        .thenComparing(action -> ENDING.matcher(action.name()).matches()))
                .forEach(this::send);
        return broken;
    }

    private void send(ActionDefinition action) {
        for (Members.Place place : members.places(action.requestType(), required(action))) {
            for (WrongValue wrong : WrongValue.values()) {
                Map<String, Object> request = wrong.in(place.request(), place.path());
                String what = action.name() + " " + place.path() + " " + wrong;
                if (service.protocol() == WireProtocol.JSON || wrong.inForms()) {
                    check(what, wire.own(action, request));
                } else {
                    check(what + " as JSON", wire.alias(action, request));
                }
            }
        }
    }

    /** The members that the action reports as missing, with valid values. */
    private Map<String, Object> required(ActionDefinition action) {
        Map<String, Object> request = new LinkedHashMap<>();
        for (int i = 0; i < MOST_REQUIRED; i++) {
            String answer = text(dispatcher.handle(wire.own(action, request)));
            Matcher missing = MISSING.matcher(answer);
            if (!missing.find()) {
                break;
            }
            String name = missing.group(1) == null ? missing.group(2) : missing.group(1);
            Object sound = members.sound(action.requestType(), name);
            if (sound == null) {
                break;
            }
            request.put(members.memberName(action.requestType(), name), sound);
        }
        return request;
    }

    private void check(String what, WireRequest request) {
        WireResponse answer = dispatcher.handle(request);
        accepted += answer.status() < 400 ? 1 : 0;
        String mistake = answer.status() >= 500 ? "status " + answer.status() : mistake(answer);
        if (mistake != null) {
            broken.add(what + ": " + mistake + " " + text(answer));
        }
    }

    private static @Nullable String mistake(WireResponse answer) {
        try {
            if (answer.contentType().contains("json")) {
                JSON.readTree(answer.body());
            } else {
                XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(answer.body()));
                while (reader.hasNext()) {
                    reader.next();
                }
            }
            return null;
        } catch (JacksonException | XMLStreamException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String text(WireResponse answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
