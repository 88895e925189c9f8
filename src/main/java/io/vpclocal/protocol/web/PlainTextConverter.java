package io.vpclocal.protocol.web;

import io.vpclocal.protocol.PlainText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Writes {@link PlainText} responses as text. It comes after JSON, so JSON is the default. */
final class PlainTextConverter extends AbstractHttpMessageConverter<PlainText> {

    PlainTextConverter() {
        super(StandardCharsets.UTF_8, MediaType.TEXT_PLAIN);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return PlainText.class.isAssignableFrom(type);
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected PlainText readInternal(Class<? extends PlainText> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("PlainText can only be written", input);
    }

    @Override
    protected void writeInternal(PlainText answer, HttpOutputMessage output) throws IOException {
        output.getBody().write(answer.plainText().getBytes(StandardCharsets.UTF_8));
    }
}
