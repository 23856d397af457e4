package org.thalweg.web;

/** What answers the questions of a page. Several may be asked at once. */
@FunctionalInterface
public interface Endpoint {
    /**
     * Answers.
     *
     * @param question the body of the request, JSON as the page wrote it
     */
    Reply answer(String question);
}
