package io.vpclocal.traffic;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Writes the errors of the traffic API. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(assignableTypes = {TrafficController.class, GeneratorController.class})
class TrafficRefusals {

    /** @param index the refused flow of the request; null if the whole request is refused */
    @Schema(name = "FlowRefusal")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refusal(String code, String message, @Nullable Integer index) implements PlainText {

        @Override
        public String plainText() {
            return code + ": " + message + (index == null ? "" : " (flow " + index + ")") + "\n";
        }
    }

    @ExceptionHandler
    ResponseEntity<Refusal> refused(AwsException refusal) {
        Integer index = refusal.details().get(TrafficErrors.INDEX) instanceof Integer at ? at : null;
        return ResponseEntity.status(refusal.status()).body(new Refusal(refusal.code(), refusal.text(), index));
    }
}
