package io.vpclocal.gateway.forward;

import io.vpclocal.gateway.action.KnownService;
import io.vpclocal.gateway.place.Arrivals;
import io.vpclocal.gateway.place.Arrivals.Arrival;
import io.vpclocal.gateway.place.Names;
import io.vpclocal.gateway.place.PlaceConnection;
import io.vpclocal.gateway.place.Places;
import io.vpclocal.identity.ForwardedCallPolicies;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.WireRequest;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Calls from places: the network, then the service, then the flow records of both. */
@Component
class InsideCalls {

    private static final Logger LOG = LoggerFactory.getLogger(InsideCalls.class);

    private final Places places;
    private final Arrivals arrivals;
    private final ForwardedCallPolicies policies;
    private final Ids ids;

    InsideCalls(Places places, Arrivals arrivals, ForwardedCallPolicies policies, Ids ids) {
        this.places = places;
        this.arrivals = arrivals;
        this.policies = policies;
        this.ids = ids;
    }

    /** @param known the forwarded service; null for one of the emulator's own */
    record Arrived(Origin origin, @Nullable KnownService known) {}

    /** Answers a call that the network allows. */
    interface Answer {
        void to(Arrived arrived, HttpServletResponse response) throws IOException, ServletException;
    }

    Optional<PlaceConnection> placeOf(HttpServletRequest request) {
        return places.connection(request.getRemoteAddr(), request.getRemotePort());
    }

    void handle(
            PlaceConnection client,
            WireRequest head,
            Addressee addressee,
            @Nullable KnownService known,
            HttpServletRequest request,
            HttpServletResponse response,
            Answer answer)
            throws IOException, ServletException {
        String host = Objects.requireNonNullElse(head.header("host"), "");
        String region = Objects.requireNonNullElse(
                addressee.region(), client.place().scope().region());
        String service =
                known != null ? known.signingName() : Objects.requireNonNullElse(addressee.signingName(), "ec2");
        Optional<Arrival> arrival = arrivals.from(client, host, region, service);
        if (arrival.isEmpty()) {
            KnownService words = known == null ? KnownService.s3() : known;
            ErrorAnswer.write(
                    response, words, GatewayErrors.noSuchName(words, Names.normal(host)), ids.uuid(), head.path());
            return;
        }
        if (arrival.get().blocked() != null) {
            LOG.info(
                    "A call from {} to {} is blocked: {}",
                    client.place().id(),
                    host,
                    arrival.get().blocked());
            places.silence(client);
            return;
        }
        CountedResponse counted = new CountedResponse(response);
        try {
            answer(arrival.get(), client.place().scope().account(), known, counted, answer);
        } finally {
            arrivals.leave(arrival.get(), client.takeSent(), counted.bytes());
        }
    }

    private void answer(
            Arrival arrival, String account, @Nullable KnownService known, CountedResponse counted, Answer answer)
            throws IOException, ServletException {
        Arrived arrived = new Arrived(new Origin(arrival.through(), arrival.sourceIp(), account), known);
        if (known != null) {
            answer.to(arrived, counted);
            return;
        }
        try {
            policies.<IOException>during(arrival.through(), arrival.sourceIp(), () -> {
                try {
                    answer.to(arrived, counted);
                } catch (ServletException e) {
                    throw new IOException(e);
                }
            });
        } catch (IOException e) {
            if (e.getCause() instanceof ServletException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
