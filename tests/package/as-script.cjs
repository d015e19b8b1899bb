// What the usual loaders make of a style sheet.
module.exports = (sheet) => `export default ${JSON.stringify(sheet)}`;
