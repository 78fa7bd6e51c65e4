package nl.balansmonitor.reports;

/** Puts words into a drawing. Coordinates and sizes are those of the drawing; the baseline is at {@code y}. */
interface Lettering {

    /** Which point of the words is at {@code x}. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /**
     * One piece of a drawing.
     *
     * @param size  of the font, its em
     * @param style the SVG class that says what the words are, under which a page can colour them anew
     * @param ink   a colour of SVG
     * @return SVG; whatever the words are, they are nothing but words in it
     */
    String words(String words, double x, double y, double size, boolean bold, Anchor anchor, String style, String ink);
}
