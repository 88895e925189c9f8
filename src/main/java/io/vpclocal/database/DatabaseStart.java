package io.vpclocal.database;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;

/**
 * Starts the database first. Migrations and entities run in a separate thread and take as long as the rest of the start, so
 * the first bean that Spring creates depends on them. That bean is the message source. The emulator has no translated
 * messages, and Spring's own source would list all locales. Spring waits for the database before the web server accepts
 * connections, and fails the start if the database fails.
 */
@Component("messageSource")
@DependsOn("entityManagerFactory")
class DatabaseStart implements MessageSource {

    @Override
    public @Nullable String getMessage(
            String code, Object @Nullable [] arguments, @Nullable String otherwise, @Nullable Locale locale) {
        return otherwise;
    }

    @Override
    public String getMessage(String code, Object @Nullable [] arguments, @Nullable Locale locale) {
        throw new NoSuchMessageException(code);
    }

    @Override
    public String getMessage(MessageSourceResolvable message, @Nullable Locale locale) {
        String otherwise = message.getDefaultMessage();
        if (otherwise == null) {
            throw new NoSuchMessageException(String.valueOf(message));
        }
        return otherwise;
    }
}
