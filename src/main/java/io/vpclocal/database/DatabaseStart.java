package io.vpclocal.database;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;

/**
 * Begins with the database. It is made ready, tables and entities, in a thread of its own, which takes as long as all the
 * rest: so the first thing that Spring asks for in a start depends on it. That is the source of translated messages. There
 * are none; but Spring's own source would have made a list of all the world's locales. Spring waits for the database before
 * the web server accepts connections, and fails the start if it fails.
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
