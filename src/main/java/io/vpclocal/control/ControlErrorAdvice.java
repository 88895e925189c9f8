package io.vpclocal.control;

import io.vpclocal.database.DatabaseAvailability;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.DatabaseFailure;
import io.vpclocal.protocol.JsonProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** Answers every failure of a controller below {@code /_vpclocal}, of any module, as JSON. */
@RestControllerAdvice
class ControlErrorAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ControlErrorAdvice.class);

    private final DatabaseAvailability database;

    ControlErrorAdvice(DatabaseAvailability database) {
        this.database = database;
    }

    @ExceptionHandler
    ResponseEntity<ErrorBody> answer(Exception failure, HttpServletRequest request) throws Exception {
        boolean own = request.getServletPath().startsWith("/_");
        if (!own || failure instanceof IOException) {
            throw failure;
        }
        AwsException error = translate(failure, request);
        return ResponseEntity.status(error.status()).body(ErrorBody.of(error));
    }

    private AwsException translate(Exception failure, HttpServletRequest request) {
        if (failure instanceof AwsException error) {
            return error;
        }
        if (failure instanceof JacksonException json) {
            return ControlErrors.malformedBody(detail(json));
        }
        if (failure instanceof HttpMessageNotReadableException unreadable) {
            return ControlErrors.malformedBody(detail(unreadable));
        }
        if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
            return ControlErrors.invalid(
                    "The value '" + mismatch.getValue() + "' of '" + mismatch.getName() + "' is not valid.");
        }
        if (failure instanceof InvalidParameterException) {
            return ControlErrors.undecodableQuery();
        }
        if (failure instanceof NoResourceFoundException) {
            return ControlErrors.noSuchPath(request.getMethod(), request.getRequestURI());
        }
        if (failure instanceof ErrorResponse refused) {
            return refused(refused);
        }
        if (DatabaseFailure.unavailable(failure)) {
            return ControlErrors.databaseUnavailable(database.failed(failure));
        }
        LOG.error("{} {} failed", request.getMethod(), request.getServletPath(), failure);
        return CommonErrors.internalFailure();
    }

    private static String detail(HttpMessageNotReadableException unreadable) {
        return unreadable.getCause() instanceof JacksonException json
                ? detail(json)
                : "The body is missing or cannot be read.";
    }

    private static String detail(JacksonException json) {
        return "The body is not the JSON expected: " + JsonProblem.describe(json);
    }

    private static AwsException refused(ErrorResponse refused) {
        ProblemDetail body = refused.getBody();
        HttpStatus status = Objects.requireNonNullElse(HttpStatus.resolve(body.getStatus()), HttpStatus.BAD_REQUEST);
        String code =
                switch (status) {
                    case NOT_FOUND -> "NotFound";
                    case METHOD_NOT_ALLOWED -> "MethodNotAllowed";
                    case UNSUPPORTED_MEDIA_TYPE -> "UnsupportedMediaType";
                    case NOT_ACCEPTABLE -> "NotAcceptable";
                    default -> "InvalidParameter";
                };
        return new AwsException(
                code, Objects.requireNonNullElse(body.getDetail(), status.getReasonPhrase()), body.getStatus());
    }
}
