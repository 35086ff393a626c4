package nl.aftercare.notifications.sending;

/** A text ready to be sent. */
record Letter(String subject, String text) {

    /** The first line of a rendered template is the subject, the rest after an empty line the text. */
    static Letter parse(String rendered) {
        int end = rendered.indexOf('\n');
        return new Letter(
                rendered.substring(0, end).strip(), rendered.substring(end).strip() + "\n");
    }
}
